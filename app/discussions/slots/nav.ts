import { addressOfThreads } from '#app/discussions/addresses.ts';
import type { Nav } from '#app/frame/slots.ts';

export const nav: Nav = { circle: [{ order: 20, label: 'Discussion', to: addressOfThreads }] };
