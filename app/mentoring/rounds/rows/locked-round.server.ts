import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { stageOf } from '#app/mentoring/rounds/rules/round.ts';
import { holdSession } from '#app/mentoring/rows/hold-session.server.ts';
import type { Tx } from '#db/database.server.ts';

interface RoundRow {
  opened_at: Date | null;
  closed_at: Date | null;
  reading_person_id: number | null;
  starts_at: Date;
  minutes: number;
  facilitator_id: number | null;
  cancelled: boolean;
}

/**
 * The round of a session, held against everything else that is done in it until the transaction ends;
 * null where there is none, or the member is in the circle no more. It is read once its session is
 * held: what that was waited for is seen.
 */
export async function lockedRound(tx: Tx, member: Member, sessionId: number) {
  const { circleId, personId } = member;
  await holdSession(tx, member, sessionId);
  const { rows } = await sql<RoundRow>`
    select r.opened_at, r.closed_at, r.reading_person_id, s.starts_at, s.minutes, s.facilitator_id,
      exists (select from session_cancellation c
        where c.circle_id = s.circle_id and c.session_id = s.id) as cancelled
    from ask_round r
    join session s on s.circle_id = r.circle_id and s.id = r.session_id
    join membership m on m.circle_id = r.circle_id and m.person_id = ${personId}
    where r.circle_id = ${circleId} and r.session_id = ${sessionId} and r.removed_at is null
    for update of r for key share of m`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  return {
    stage: stageOf({ openedAt: row.opened_at, closedAt: row.closed_at }),
    readingId: row.reading_person_id,
    facilitatorId: row.facilitator_id,
    session: { startsAt: row.starts_at, minutes: row.minutes, cancelled: row.cancelled || null },
  };
}
