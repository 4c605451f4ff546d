import { WEEK } from '#app/mentoring/addresses.ts';

/** One week of the viewer: whom they ask, and what became of it. */
export const addressOfWeek = (week: number | string) => `${WEEK}/${week}`;
export const addressOfResult = (week: number | string) => `${addressOfWeek(week)}/result`;
