import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

// A round has one ask of each.

/** drafts that are written for a round */
export const roundAsks = limitMaking({
  name: 'round-ask',
  points: 30,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have written ${most} asks for rounds in the last hour. This one is kept here; send it again ${wait}.`,
});
