import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

// A person who writes fast, in a live discussion, stays far below. Visits, folding and taking back
// keep one row for each thread or note, and need no limit.

export const threads = limitMaking({
  name: 'thread',
  points: 30,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have started ${most} threads in the last hour. This one is kept here; send it again ${wait}.`,
});

export const notes = limitMaking({
  name: 'note',
  points: 120,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have written ${most} notes in the last hour. Your note is kept here; send it again ${wait}.`,
});

/** Each keeps what the note said before. */
export const noteEdits = limitMaking({
  name: 'note-edit',
  points: 120,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have changed notes ${most} times in the last hour. Your text is kept here; save it again ${wait}.`,
});
