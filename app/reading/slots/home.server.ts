import type { HomeLoad } from '#app/frame/slots.ts';
import { readingsNow } from '#app/reading/queries/reading-now.server.ts';

export const load = readingsNow satisfies HomeLoad;
