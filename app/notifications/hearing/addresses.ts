/** Where people say what they want to hear. `circle` is a slug. */

export const HEARING = '/account/hearing';

/** What one wants of a circle, on that page. */
export const addressOfHearing = (circle: string) => `${HEARING}#${circle}`;

/** What one wants of asks and conversations, on that page, and where it is set. */
export const BETWEEN_HEARING = `${HEARING}#between`;
export const BETWEEN_VOLUME = `${HEARING}/between`;

/** Which reminders of sessions one gets, on that page. */
export const REMINDERS_HEARING = `${HEARING}#reminders`;

export const addressOfVolume = (circle: string) => `/circles/${circle}/volume`;

export const addressOfFollowing = (circle: string, threadId: string | number) =>
  `/circles/${circle}/threads/${threadId}/following`;

/** The page behind the link in a mail: one setting, without signing in. */
export const addressOfHearLink = (token: string) => `/hear/${token}`;
