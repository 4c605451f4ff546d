import type { Nav } from '#app/frame/slots.ts';
import { addressOfReadings } from '#app/reading/addresses.ts';

export const nav: Nav = { circle: [{ order: 40, label: 'Reading', to: addressOfReadings }] };
