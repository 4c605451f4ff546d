import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';
import { limit } from '#app/platform/limits/rate-limit.server.ts';

export const feeds = limitMaking({
  name: 'feed',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have made ${most} addresses in the last hour. The last one works; make another ${wait}.`,
});

/** how often an address is read: the most impatient calendar asks every few minutes */
export const feedReads = limit({ name: 'feed-read', points: 60, seconds: HOUR_SECONDS });
