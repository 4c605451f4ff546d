import type { CircleLoad } from '#app/frame/slots.ts';
import { ongoingIn } from '#app/reading/queries/ongoing-readings.server.ts';
import { nextSession } from '#app/sessions/queries/sessions.server.ts';

export const load = ((member, { now, once }) =>
  nextSession(member, { now, ongoing: once(ongoingIn, member) })) satisfies CircleLoad;
