import { choicesToRank } from '#app/choosing/queries/choices.server.ts';
import type { HomeLoad } from '#app/frame/slots.ts';

export const load = choicesToRank satisfies HomeLoad;
