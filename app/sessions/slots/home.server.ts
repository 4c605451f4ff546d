import type { Viewer } from '#app/access/proofs.ts';
import type { HomeLoad } from '#app/frame/slots.ts';
import { nextSessions } from '#app/sessions/queries/viewer-sessions.server.ts';
import { canReply } from '#app/sessions/rules/session.ts';

export const load = (async (viewer: Viewer, { now }: { now: Date }) => {
  const next = await nextSessions(viewer, { now });
  return {
    next,
    unanswered: next.filter((session) => canReply(session, now) && session.mine.answer === null),
  };
}) satisfies HomeLoad;
