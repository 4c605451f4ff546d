import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

// A takeaway is one for each member and reading, as is the answer who stays: they need no limit.

/** Each is a mail to everyone in the circle, and one that is taken back can be done again. */
export const endings = limitMaking({
  name: 'reading-end',
  points: 10,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have ended readings ${most} times in the last hour. End this one ${wait}.`,
});
