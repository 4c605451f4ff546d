import type { CircleLoad } from '#app/frame/slots.ts';
import { onCircle } from '#app/mentoring/queries/on-circle.server.ts';

export const load = onCircle satisfies CircleLoad;
