import type { HomeLoad } from '#app/frame/slots.ts';
import { mailToPassOn } from '#app/site/queries/outbox.server.ts';

export const load = mailToPassOn satisfies HomeLoad;
