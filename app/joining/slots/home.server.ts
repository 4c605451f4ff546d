import type { HomeLoad } from '#app/frame/slots.ts';
import { waysInOf } from '#app/joining/queries/mine.server.ts';

export const load = waysInOf satisfies HomeLoad;
