import type { Nav } from '#app/frame/slots.ts';

export const nav: Nav = { main: [{ order: 10, label: 'Cards', to: '/cards' }] };
