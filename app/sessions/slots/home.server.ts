import { COVERS, type HomeLoad } from '#app/frame/slots.ts';
import { ongoingReadings } from '#app/reading/queries/ongoing-readings.server.ts';
import { nextSessions } from '#app/sessions/queries/viewer-sessions.server.ts';
import { canReply } from '#app/sessions/rules/session.ts';

export const load = (async (viewer, { now, once }) => {
  const next = await nextSessions(viewer, { now, ongoing: once(ongoingReadings, viewer) });
  const open = next.filter((session) => canReply(session, now));
  return {
    /** those that stand on covers */
    next: next.slice(0, COVERS),
    later: next.slice(COVERS).map(({ circle, startsAt }) => ({ slug: circle.slug, startsAt })),
    /** whether the first can be answered still */
    firstIsOpen: open[0]?.id === next[0]?.id,
    unanswered: open
      .filter(({ mine }) => mine.answer === null)
      .map(({ id, circle: { slug, name }, startsAt, mine }) => ({
        ...{ id, startsAt, mine },
        circle: { slug, name },
      })),
  };
}) satisfies HomeLoad;
