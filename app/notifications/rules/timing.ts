/** How long after the first thing that somebody has not seen a mail tells of it, in minutes. */
export const WINDOW_MINUTES = 60;

/** Digests on so many days a week or more are as good as daily. */
export const DAILY_DAYS = 5;
/** What is over within so many days does not wait for a digest that is daily, or one that is not. */
export const DAILY_WAIT = 2;
export const WEEKLY_WAIT = 8;
