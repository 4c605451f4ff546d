import type { Nav } from '#app/frame/slots.ts';

export const nav: Nav = { main: [{ order: 20, label: 'Shelf', to: '/shelf', also: ['/books'] }] };
