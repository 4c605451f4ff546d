import { HOUR_SECONDS, limitMaking } from '#app/platform/limits/making-limit.server.ts';

// A book of the catalogue is on a shelf once, and an import is undone once: they need no limit.

/** books added to a shelf by hand */
export const ownBooks = limitMaking({
  name: 'shelf-book',
  points: 120,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have added ${most} books in the last hour. This one is kept here; add it ${wait}.`,
});

/** exports one person can send */
export const imports = limitMaking({
  name: 'shelf-import',
  points: 20,
  seconds: HOUR_SECONDS,
  words: (most, wait) =>
    `You have sent ${most} files in the last hour. Choose this one again ${wait}: a page cannot keep it.`,
});
