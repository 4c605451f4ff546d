import { CALENDAR } from '#app/calendars/addresses.ts';
import type { Nav } from '#app/frame/slots.ts';

export const nav: Nav = { account: [{ order: 25, label: 'Your calendar', to: CALENDAR }] };
