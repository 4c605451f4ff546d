import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { mineInRound, writtenFor } from '#app/mentoring/rounds/rows/round-parts.server.ts';
import type { RoundStage } from '#app/mentoring/rounds/rules/round.ts';
import { stageOf } from '#app/mentoring/rounds/rules/round.ts';
import type { Clock } from '#app/time/clock.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

/** The round that a circle holds next, in short. */
export interface NextRound {
  sessionId: number;
  /** ISO */
  startsAt: string;
  stage: RoundStage;
  /** members of the circle, and how many of them have written one */
  people: number;
  written: number;
  /** what the viewer has done for it */
  mine: 'nothing' | 'written' | 'passes';
}

interface Row {
  session_id: number;
  starts_at: Date;
  opened_at: Date | null;
  people: number;
  written: number;
  mine: { ask: unknown } | null;
}

/** The soonest session that is to come, or held now, at which everybody asks; null where none is set. */
export async function nextRound(
  { circleId, personId }: Member,
  { now = new Date() }: Clock = {},
): Promise<NextRound | null> {
  const { rows } = await sql<Row>`
    select r.session_id, s.starts_at, r.opened_at, ${writtenFor}, ${mineInRound(personId)} as mine
    from ask_round r
    join session s on s.circle_id = r.circle_id and s.id = r.session_id
    where r.circle_id = ${circleId} and r.removed_at is null and r.closed_at is null
      and s.starts_at + s.minutes * interval '1 minute' > ${now}
      and not exists (select from session_cancellation c
        where c.circle_id = s.circle_id and c.session_id = s.id)
    order by s.starts_at, s.id limit 1`.execute(
    acrossCircles(db, 'an ask is its asker’s, and only counted'),
  );
  const [row] = rows;
  if (!row) return null;
  return {
    sessionId: row.session_id,
    startsAt: row.starts_at.toISOString(),
    stage: stageOf({ openedAt: row.opened_at, closedAt: null }),
    people: row.people,
    written: row.written,
    mine: row.mine === null ? 'nothing' : row.mine.ask ? 'written' : 'passes',
  };
}
