import type { Notice } from '#app/ui/page/notice-line.tsx';
import {
  addressOfAdminGrant,
  addressOfAdminWithdrawal,
  addressOfKeeping,
  addressOfReactivation,
} from './addresses.ts';

type SiteNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends SiteNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'person-deactivated': {
    words: 'That account is deactivated, and every sign-in of it has ended.',
    undo: { label: 'Undo', action: (person) => addressOfReactivation(person) },
  },
  'person-reactivated': { words: 'That account is active again.' },
  'admin-granted': {
    words: 'That person administers the site now.',
    undo: { label: 'Undo', action: (person) => addressOfAdminWithdrawal(person) },
  },
  'admin-withdrawn': {
    words: 'That person no longer administers the site.',
    undo: { label: 'Undo', action: (person) => addressOfAdminGrant(person) },
  },
  'mail-tried-again': { words: 'It is tried again now.' },
  'all-mail-tried-again': { words: 'They are tried again now, one after the other.' },
  'mail-forgotten': {
    words: 'That message is forgotten.',
    undo: { label: 'Undo', action: (mail) => addressOfKeeping(mail) },
  },
  'mail-kept': { words: 'That message is back.' },
  'address-written-to': { words: 'Mail goes to that address again.' },
  'mail-tested': { words: 'A message to you is on its way.' },
} satisfies Record<string, Notice>;
