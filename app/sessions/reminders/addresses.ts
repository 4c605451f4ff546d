/** Where reminders are chosen: a circle’s, and one’s own of it. `circle` is a slug. */

export const addressOfReminders = (circle: string) => `/circles/${circle}/reminders`;

export const addressOfOwnReminders = (circle: string) => `/circles/${circle}/reminders/mine`;
