import type { HomeLoad } from '#app/frame/slots.ts';
import { onHome } from '#app/mentoring/queries/on-home.server.ts';

export const load = onHome satisfies HomeLoad;
