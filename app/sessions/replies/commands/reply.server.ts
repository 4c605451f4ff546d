import type { Member } from '#app/access/proofs.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { canReply, isStale, type ReplyAnswer } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

export type Replied =
  | { ok: true }
  | { ok: false; reason: 'gone' | 'closed' }
  /** it is at `startsAt` now, which is not the time that was answered */
  | { ok: false; reason: 'moved'; startsAt: Date };

/**
 * Says whether a member comes; again as often as they like until the session starts.
 * @param reply.word what they add; undefined keeps the word there is
 * @param reply.seen the start they answer, as an ISO string; undefined takes the answer as it is
 */
export async function replyToSession(
  member: Member,
  sessionId: number,
  reply: { answer: ReplyAnswer; word?: string | undefined; seen?: string | undefined },
  { now = new Date() }: { now?: Date } = {},
): Promise<Replied> {
  const { circleId, personId } = member;
  return db.transaction().execute(async (tx) => {
    const session = await tx
      .selectFrom('session')
      .leftJoin('session_cancellation as cancellation', (join) =>
        join.on(joined('cancellation.session_id', 'session.id')),
      )
      .leftJoin('session_reply as before', (join) =>
        join
          .on(joined('before.session_id', 'session.id'))
          .on('before.person_id', '=', personId)
          .on('before.answer', '=', 'no'),
      )
      .select(['session.starts_at as startsAt', 'session.minutes', 'cancellation.at as cancelled'])
      .select(['session.facilitator_id', 'session.note_taker_id', 'session.moved_at'])
      .select('before.replied_at as saidNo')
      .select(({ exists, selectFrom }) =>
        exists(
          selectFrom('rota')
            .select('rota.circle_id')
            .whereRef('rota.circle_id', '=', 'session.circle_id')
            .where(({ or, eb }) => or([eb('rota.runs', '=', true), eb('rota.notes', '=', true)])),
        ).as('takesTurns'),
      )
      .where(inCircle(member, 'session'))
      .where('session.id', '=', sessionId)
      // Who moves it meanwhile waits, and finds this answer.
      .forShare('session')
      .executeTakeFirst();
    if (!session) return { ok: false, reason: 'gone' };
    if (!canReply(session, now)) return { ok: false, reason: 'closed' };
    const { startsAt } = session;
    if (reply.seen !== undefined && reply.seen !== startsAt.toISOString()) {
      return { ok: false, reason: 'moved', startsAt };
    }
    const said = { answer: reply.answer, replied_at: now };
    await tx
      .insertInto('session_reply')
      .values({
        circle_id: circleId,
        session_id: sessionId,
        person_id: personId,
        word: reply.word ?? '',
        ...said,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['circle_id', 'session_id', 'person_id'])
          .doUpdateSet({ ...said, ...(reply.word !== undefined && { word: reply.word }) }),
      )
      .execute();
    const runs = session.facilitator_id === personId;
    const saidNo = session.saidNo !== null && !isStale(session.saidNo, session.moved_at);
    if (reply.answer !== 'no' || saidNo) return { ok: true };
    if (session.takesTurns && (runs || session.note_taker_id === personId)) {
      // The next one is asked, and those who set sessions hear when nobody is left.
      await enqueue(tx, 'pass-turns', { circleId, sessionId, personId });
    } else if (runs) {
      await tell(
        tx,
        member,
        { occasion: 'session-unrunnable', thing: sessionId, detail: {}, by: personId, at: now },
        { roles: ['facilitator', 'host'] },
      );
    }
    return { ok: true };
  });
}
