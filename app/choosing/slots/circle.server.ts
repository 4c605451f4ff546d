import { choiceLine } from '#app/choosing/queries/choices.server.ts';
import type { CircleLoad } from '#app/frame/slots.ts';

export const load = choiceLine satisfies CircleLoad;
