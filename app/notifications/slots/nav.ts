import type { Nav } from '#app/frame/slots.ts';
import { HEARING } from '#app/notifications/hearing/addresses.ts';
import { COUNT, INBOX } from '#app/notifications/inbox/addresses.ts';

export const nav: Nav = {
  main: [{ order: 5, label: 'Inbox', to: INBOX, count: COUNT }],
  account: [{ order: 20, label: 'How you hear', to: HEARING }],
};
