import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

// Settings and roles are one for each circle or member: they need no limit.

export const circles = limitMaking({
  name: 'circle',
  points: 40,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have started ${most} circles in the last hour. This one is kept here; start it ${wait}.`,
});

export const agreements = limitMaking({
  name: 'agreement',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have changed the agreement ${most} times in the last hour. Your text is kept here; save it ${wait}.`,
});
