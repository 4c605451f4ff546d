/** Spans of time in milliseconds. A day of the calendar may be longer or shorter: see days.ts. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Days from 1 January 1970 to a 'YYYY-MM-DD'. */
export const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY;

/** So many times 24 hours later; earlier when negative. */
export const daysAfter = (moment: Date, days: number) => new Date(moment.getTime() + days * DAY);
