import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

// Each is a mail to everyone in the circle. A session a week for a year can be scheduled in one
// evening. A session is called off once, has one answer of each member and so many items.

export const sessions = limitMaking({
  name: 'session',
  points: 60,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have scheduled ${most} sessions in the last hour. This one is kept here; send it again ${wait}.`,
});

/** times, lengths and places, and cancellations taken back */
export const sessionMoves = limitMaking({
  name: 'session-move',
  points: 60,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have moved or restored sessions ${most} times in the last hour. What you typed is kept here; send it again ${wait}.`,
});

/** sessions at which everybody is to ask: each tells the circle */
export const roundsSet = limitMaking({
  name: 'round-set',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have set ${most} rounds of asks in the last hour. Nothing is lost; set this one ${wait}.`,
});
