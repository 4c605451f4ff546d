export const INBOX = '/inbox';

/** The page of what was read before a line of it, as its place says. */
export const addressOfEarlier = (place: string) => `${INBOX}?before=${place}`;

export const MARKING = `${INBOX}/marking`;

/** Takes back what was marked at a moment (milliseconds since 1970). */
export const addressOfUnmarking = (at: string) => `${MARKING}/undoing?at=${at}`;

/** How much is new, for the shell. */
export const COUNT = `${INBOX}/count`;
