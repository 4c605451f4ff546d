export const LONGEST_ACT = 300;
export const LONGEST_LINE = 500;

/** What became of it. None is better than another. */
export const BECAME = ['done', 'tried', 'passed'] as const;
export type Became = (typeof BECAME)[number];

/** So many days after its own a commitment without an answer is asked about on home. */
export const ASKED_FOR_DAYS = 7;
