import { addressOfChoices } from '#app/choosing/addresses.ts';
import type { Nav } from '#app/frame/slots.ts';
import { addressOfReadings } from '#app/reading/addresses.ts';

export const nav: Nav = { within: [{ way: addressOfReadings, pages: [addressOfChoices] }] };
