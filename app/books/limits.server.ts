import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';
import { limit } from '#app/platform/limits/rate-limit.server.ts';

// Whoever enters the books of years in one evening stays below.
export const books = limitMaking({
  name: 'book',
  points: 40,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have entered ${most} books in the last hour. What you typed is kept here; send it again ${wait}.`,
});

/** books one person can have looked up elsewhere */
export const lookUps = limit({ name: 'book-lookup', points: 40, seconds: 10 * 60 });
