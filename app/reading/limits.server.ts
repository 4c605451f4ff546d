import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

// A plan that is changed or made anew
// is written over the one there was, and progress is one row for each section: they need no limit.

export const readings = limitMaking({
  name: 'reading',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have planned ${most} readings in the last hour. What you typed is kept here; send it again ${wait}.`,
});
