import type { Nav } from '#app/frame/slots.ts';
import { COUNT, INBOX } from '#app/notifications/inbox/addresses.ts';

export const nav: Nav = { main: [{ order: 5, label: 'Inbox', to: INBOX, count: COUNT }] };
