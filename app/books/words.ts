import type { ShelfState } from './rules/shelf-state.ts';

export const shelfWords: Record<ShelfState, string> = {
  reading: 'Reading',
  read: 'Read',
  want: 'Want to read',
};

export const sectionsNeeded =
  'Add the sections, or paste the table of contents: a plan is made of them.';

export const bookChangedMeanwhile =
  'Someone changed this book while you did. Nothing is lost: both are here.';
