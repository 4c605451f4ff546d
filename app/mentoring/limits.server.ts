import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

/** Each is told to the circle. */
export const tolds = limitMaking({
  name: 'told',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have shared ${most} things in the last hour. This one is kept here; send it again ${wait}.`,
});

/** Each keeps what it said before. */
export const toldChanges = limitMaking({
  name: 'told-change',
  points: 60,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have changed what you shared ${most} times in the last hour. Your text is kept here; save it again ${wait}.`,
});
