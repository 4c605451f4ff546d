/** What a shelf can be ordered by. */
export const SORTS = ['latest', 'title', 'author', 'rating'] as const;
export type ShelfSort = (typeof SORTS)[number];

/** What one export may hold. */
export const MOST_ROWS = 20_000;
export const MOST_BYTES = 30 * 1024 * 1024;
/** how many rows that were not used, or not wholly, are kept with their reasons */
export const MOST_PROBLEMS = 500;
/** rows given up for a quote that doesn't close, before the file is taken as it is */
export const MOST_UNCLOSED = 20;
/** rows that go onto the shelf in one transaction */
export const ROWS_A_BATCH = 500;
