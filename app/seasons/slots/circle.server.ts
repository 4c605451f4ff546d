import type { CircleLoad } from '#app/frame/slots.ts';
import { lastWrap } from '#app/seasons/queries/waiting.server.ts';

export const load = lastWrap satisfies CircleLoad;
