/** How long after the first thing that somebody has not seen a mail tells of it, in minutes. */
export const WINDOW_MINUTES = 60;
