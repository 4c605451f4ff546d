import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

// Ballots are one for each member, and a choice closes or is called off once: they need no limit.

/** Each is a mail to everyone in the circle, and one that is called off makes room for another. */
export const choices = limitMaking({
  name: 'choice',
  points: 10,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have opened ${most} choices in the last hour. What you typed is kept here; send it again ${wait}.`,
});

/** Each is a mail to everyone in the circle. */
export const choiceMoves = limitMaking({
  name: 'choice-move',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have moved choices ${most} times in the last hour. What you typed is kept here; send it again ${wait}.`,
});

/** A book that is withdrawn makes room for another. */
export const proposals = limitMaking({
  name: 'proposal',
  points: 40,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have proposed ${most} books in the last hour. This one is kept here; send it again ${wait}.`,
});
