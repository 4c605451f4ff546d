import type { CircleLoad } from '#app/frame/slots.ts';
import { pollsOf } from '#app/polls/queries/polls.server.ts';

export const load = pollsOf satisfies CircleLoad;
