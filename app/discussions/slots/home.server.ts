import { unreadThreads } from '#app/discussions/queries/unread-threads.server.ts';
import type { HomeLoad } from '#app/frame/slots.ts';

export const load = unreadThreads satisfies HomeLoad;
