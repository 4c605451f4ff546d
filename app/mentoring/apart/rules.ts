import { DAY } from '#app/time/spans.ts';

/** So many are on one person's list. */
export const MOST_KEPT_APART = 50;

/** For so long what was taken off can be put back; then it is forgotten. In milliseconds. */
export const PUT_BACK_WITHIN = DAY;
