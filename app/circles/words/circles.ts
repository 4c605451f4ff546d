/** Counts and places of a circle in words. */

import type { Role } from '#app/access/proofs.ts';
import { capital, countWord, plural } from '#app/ui/words.ts';

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];

/** 'eighth' of 8; '13th' beyond the seats a circle can have. */
export function ordinal(n: number): string {
  const tail = { 1: 'st', 2: 'nd', 3: 'rd' }[n % 100 > 10 && n % 100 < 14 ? 0 : n % 10] ?? 'th';
  return ordinals[n - 1] ?? `${n}${tail}`;
}

interface Counts {
  members: number;
  seats: number;
  free: number;
}

/** 'Seven people, one seat free' */
export function seatsWords({ members, seats, free }: Counts): string {
  const people = `${capital(countWord(members))} ${plural(members, 'person', 'people')}`;
  if (free > 0) return `${people}, ${countWord(free)} ${plural(free, 'seat', 'seats')} free`;
  if (members < seats) return `${people}; the last seats are offered to people in line`;
  return `${people}, every seat taken`;
}

/** Where someone stands with this many ahead of them: 'You’re next in line'. */
export const standing = (ahead: number) =>
  ahead === 0 ? 'You’re next in line' : `You’re ${ordinal(ahead + 1)} in line`;

/** 'Noor, Rui and Elif' */
export function list(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export const roleNames: Record<Role, string> = {
  host: 'Host',
  facilitator: 'Facilitator',
  member: 'Member',
};

export const clothNames = {
  pine: 'Pine',
  indigo: 'Indigo',
  plum: 'Plum',
  madder: 'Madder',
  ochre: 'Ochre',
  slate: 'Slate',
} as const;
