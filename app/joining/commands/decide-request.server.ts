import type { Host } from '#app/access/proofs.ts';
import { type Seating, standingOf, takeSeat } from '#app/circles/rows/seating.server.ts';
import { lockAsHost } from '#app/circles/rows/seats.server.ts';
import { settleWaysIn } from '#app/circles/rows/settling.server.ts';
import { tellOfJoining } from '#app/joining/rows/telling.server.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export interface DecisionInput {
  decision: 'accepted' | 'declined';
  answer: string;
}

export type DecisionOutcome =
  | { ok: true; name: string; seating: Seating | null }
  | { ok: false; reason: 'not-host' | 'decided' };

/**
 * Accepts or declines a request, with a word. Accepted into a full circle, the person stands in
 * line. Null when the circle has no such request.
 */
export async function decideRequest(
  host: Host,
  requestId: number,
  form: DecisionInput,
): Promise<DecisionOutcome | null> {
  return db.transaction().execute(async (tx): Promise<DecisionOutcome | null> => {
    const circle = await lockAsHost(tx, host);
    if (!circle) return { ok: false, reason: 'not-host' };
    const request = await tx
      .selectFrom('join_request')
      .innerJoin('person', 'person.id', 'join_request.person_id')
      .select(['person_id', 'decided_at', 'person.name'])
      .where(inCircle({ circleId: circle.id }, 'join_request'))
      .where('join_request.id', '=', requestId)
      .forUpdate('join_request')
      .executeTakeFirst();
    if (!request) return null;
    if (request.decided_at) return { ok: false, reason: 'decided' };
    const now = new Date();
    await tx
      .updateTable('join_request')
      .set({
        decided_at: now,
        decided_by: host.personId,
        decision: form.decision,
        answer: form.answer,
      })
      .where(inCircle(host, 'join_request'))
      .where('id', '=', requestId)
      .execute();
    const seating =
      form.decision === 'accepted'
        ? await takeSeat(
            tx,
            circle,
            request.person_id,
            await standingOf(tx, circle, request.person_id, now),
            'member',
            now,
          )
        : null;
    if (!seating) await settleWaysIn(tx, circle.id, request.person_id, now);
    if (seating?.kind === 'seated' && !seating.already) {
      await tellOfJoining(tx, circle.id, request.person_id, now);
    }
    await tell(
      tx,
      host,
      {
        ...{ occasion: 'request-answered', thing: requestId, detail: {} },
        ...{ by: host.personId, at: now },
        mail: {
          message: 'request-answered',
          given: { requestId },
          occasion: `request:${requestId}`,
        },
      },
      { outside: [request.person_id] },
    );
    return { ok: true, name: request.name, seating };
  });
}
