import { makeRoomOnAgenda } from '#app/sessions/agenda/rows/room-on-agenda.server.ts';
import { lockedSession, writeSession } from '#app/sessions/rows/session-row.server.ts';
import { canReply, MOST_ITEMS } from '#app/sessions/rules/session.ts';
import type { Tx } from '#db/database.server.ts';
import type { InCircle } from '#db/in-circle.server.ts';

export type Brought =
  | { ok: true; itemId: number }
  | { ok: false; reason: 'gone' | 'cancelled' | 'over' | 'full' };

/**
 * Puts what a member brings on the agenda of a session that is to come, behind all but the cards that
 * close it. Its facilitator arranges it as any other item.
 * @param circle one that whoever brings it is a member of
 */
export async function bringToAgenda(
  tx: Tx,
  circle: InCircle,
  sessionId: number,
  { title, minutes }: { title: string; minutes: number },
  now: Date,
): Promise<Brought> {
  const session = await lockedSession(tx, circle, sessionId);
  if (!session) return { ok: false, reason: 'gone' };
  if (session.cancelled) return { ok: false, reason: 'cancelled' };
  if (!canReply(session, now)) return { ok: false, reason: 'over' };
  if (session.agenda.length >= MOST_ITEMS) return { ok: false, reason: 'full' };
  const after = await makeRoomOnAgenda(tx, circle, sessionId, session.agenda, 1);
  const { id } = await tx
    .insertInto('agenda_item')
    .values({
      ...{ circle_id: circle.circleId, session_id: sessionId, title, minutes },
      position: after + 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeSession(tx, circle, sessionId, now);
  return { ok: true, itemId: id };
}
