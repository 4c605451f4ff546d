import type { HomeLoad } from '#app/frame/slots.ts';
import { ongoingReadings } from '#app/reading/queries/ongoing-readings.server.ts';
import { nextSessions } from '#app/sessions/queries/viewer-sessions.server.ts';
import { canReply } from '#app/sessions/rules/session.ts';

export const load = (async (viewer, { now, once }) => {
  const next = await nextSessions(viewer, { now, ongoing: once(ongoingReadings, viewer) });
  const open = next.filter((session) => canReply(session, now));
  return {
    next,
    /** those that can be answered still */
    open: open.map(({ id }) => id),
    unanswered: open.filter((session) => session.mine.answer === null),
  };
}) satisfies HomeLoad;
