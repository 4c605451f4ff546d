import type { Nav } from '#app/frame/slots.ts';
import { addressOfSessions } from '#app/sessions/addresses.ts';
import { addressOfReminders } from '#app/sessions/reminders/addresses.ts';

export const nav: Nav = {
  circle: [{ order: 30, label: 'Sessions', to: addressOfSessions }],
  within: [{ way: addressOfSessions, pages: [addressOfReminders] }],
};
