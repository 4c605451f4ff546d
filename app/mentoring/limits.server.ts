import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

/** Whoever lists addresses to see what comes of it is stopped here. */
export const keptApart = limitMaking({
  name: 'keep-apart',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have put ${most} on your list in the last hour. What you typed is kept here; add it ${wait}.`,
});
