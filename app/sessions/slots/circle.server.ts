import type { CircleLoad } from '#app/frame/slots.ts';
import { nextSession } from '#app/sessions/queries/sessions.server.ts';

export const load = nextSession satisfies CircleLoad;
