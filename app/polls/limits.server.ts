import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

// Answers are one of each member to a slot, and so many of what stood before them are kept.

/** Each is a mail to everyone in the circle. */
export const polls = limitMaking({
  name: 'time-poll',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have asked for a time ${most} times in the last hour. What you typed is kept here; send it again ${wait}.`,
});

/** times put in anew, and polls that are taken up again: each asks everyone once more */
export const pollChanges = limitMaking({
  name: 'time-poll-change',
  points: 40,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have changed the times ${most} times in the last hour. What you typed is kept here; send it again ${wait}.`,
});
