/** Where somebody makes and ends the addresses their calendar reads. */
export const CALENDAR = '/account/calendar';

/** What a calendar program reads. */
export const addressOfFeed = (token: string) => `/calendar/${token}.ics`;
