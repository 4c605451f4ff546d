import type { Notice } from '#app/ui/page/notice-line.tsx';
import {
  addressOfAdminGrant,
  addressOfAdminWithdrawal,
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
} satisfies Record<string, Notice>;
