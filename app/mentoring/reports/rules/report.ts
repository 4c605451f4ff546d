export const WORDS_MAX = 4000;
/** So many of the latest notes can be picked from, and handed over at once. */
export const MOST_NOTES = 100;
