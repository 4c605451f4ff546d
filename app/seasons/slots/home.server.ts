import type { HomeLoad } from '#app/frame/slots.ts';
import { wrapsWaiting } from '#app/seasons/queries/waiting.server.ts';

export const load = wrapsWaiting satisfies HomeLoad;
