import { DAY, HOUR } from '#app/time/spans.ts';

/** What accounts decide, without asking anyone. */

export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 256;

/** Of a picture as it is sent: what a phone takes, and more. */
export const MOST_PICTURE_BYTES = 15 * 1024 * 1024;

export interface PasswordOwner {
  name: string;
  email: string;
}

const folded = (value: string) =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Whether a password is only the person's own name or address, perhaps with digits after it: the
 * first things a guesser tries, and on no list.
 */
export function isAboutOwner(password: string, owner: PasswordOwner): boolean {
  const typed = folded(password);
  const core = typed.replace(/^\p{N}+|\p{N}+$/gu, '');
  const [local = ''] = owner.email.split('@');
  const own = [owner.email, local, owner.name, ...owner.name.split(/\s+/)].map(folded);
  return own.some((word) => word.length > 2 && (typed === word || core === word));
}

/** Why an account may not be deactivated by an administrator; null when it may. */
export function deactivationRefusal(adminId: number, personId: number): 'own-account' | null {
  return adminId === personId ? 'own-account' : null;
}

/** Whether the installation would be left without anyone who can administer it. */
export function leavesNoAdmin(activeAdminIds: readonly number[], withdrawnId: number): boolean {
  return activeAdminIds.every((id) => id === withdrawnId);
}

/** How long each link works, in milliseconds. */
export const LINK_LIFETIME = {
  setup: 7 * DAY,
  'confirm-email': 3 * DAY,
  'reset-password': 2 * HOUR,
  'demo-sign-in': 30 * DAY,
  'sign-up': 3 * DAY,
} as const;

/**
 * An address however it is written: what addresses are compared and counted by. They are ASCII
 * (forms.ts), and the database's address_key() says the same of them.
 */
export const addressKey = (email: string) =>
  email.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

export const sameAddress = (a: string, b: string) => addressKey(a) === addressKey(b);
