import type { Nav } from '#app/frame/slots.ts';
import { addressOfAllSeries } from '#app/series/addresses.ts';
import { addressOfRota } from '#app/series/rota/addresses.ts';
import { addressOfSessions } from '#app/sessions/addresses.ts';

export const nav: Nav = {
  within: [{ way: addressOfSessions, pages: [addressOfAllSeries, addressOfRota] }],
};
