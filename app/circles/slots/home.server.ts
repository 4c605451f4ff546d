import { notConsented } from '#app/circles/agreement/queries/not-consented.server.ts';
import type { HomeLoad } from '#app/frame/slots.ts';

export const load = notConsented satisfies HomeLoad;
