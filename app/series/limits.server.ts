import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

// Each is told to everyone in the circle. A series is ended once.

export const seriesBegun = limitMaking({
  name: 'series',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have begun ${most} series in the last hour. This one is kept here; send it again ${wait}.`,
});

/** other days, times, lengths or places; days that are skipped or not; ends taken back */
export const seriesChanges = limitMaking({
  name: 'series-change',
  points: 60,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have changed series ${most} times in the last hour. What you typed is kept here; send it again ${wait}.`,
});
