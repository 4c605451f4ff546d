import type { Nav } from '#app/frame/slots.ts';
import { HEARING } from '#app/notifications/hearing/addresses.ts';

export const nav: Nav = { account: [{ order: 20, label: 'How you hear', to: HEARING }] };
