import { HELPING } from '#app/mentoring/addresses.ts';

/** Ends a rest. */
export const BACK = `${HELPING}/back`;
