import type { Notice } from '#app/ui/page/notice-line.tsx';

type CircleNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends CircleNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'circle-started': { words: 'Your circle is there. Invite the first people.' },
  'agreement-saved': { words: 'Saved. Everyone else is asked again.' },
  'agreement-consented': { words: 'You’re in.' },
  'role-changed': { words: 'Their role is changed.' },
  'member-removed': { words: 'They are no longer in the circle.', mail: 'They were told by mail.' },
  'circle-handed-over': { words: 'Handed over. You’re a facilitator now.' },
  'circle-archived': { words: 'The circle is archived. Everything in it can still be read.' },
  'circle-reopened': { words: 'The circle is back, as it was.' },
  'circle-left': { words: 'You’ve left the circle. What you wrote there stays.' },
} satisfies Record<string, Notice>;
