import type { Nav } from '#app/frame/slots.ts';

export const nav: Nav = { account: [{ order: 10, label: 'Account', to: '/account' }] };
