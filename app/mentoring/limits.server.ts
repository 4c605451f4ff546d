import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

/** Notes of conversations. */
export const lines = limitMaking({
  name: 'line',
  points: 120,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have written ${most} notes in the last hour. Your note is kept here; send it again ${wait}.`,
});

/** Each keeps what the note said before. */
export const lineEdits = limitMaking({
  name: 'line-edit',
  points: 120,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have changed notes ${most} times in the last hour. Your text is kept here; save it again ${wait}.`,
});

/** Meetings of conversations: each is a mail to both. */
export const meetings = limitMaking({
  name: 'meeting',
  points: 30,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have set ${most} meetings in the last hour. This one is kept here; send it again ${wait}.`,
});

/** Times, lengths and places of meetings. */
export const meetingMoves = limitMaking({
  name: 'meeting-move',
  points: 60,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have moved meetings ${most} times in the last hour. What you typed is kept here; send it again ${wait}.`,
});
