import { sql } from 'kysely';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Tx } from '#db/database.server.ts';
import { readsAsk } from '#db/reads-ask.server.ts';

export interface Unanswered {
  reachId: number;
  personId: number;
  zone: string;
  at: Date;
  nudgedAt: Date | null;
  unansweredAt: Date | null;
}

const JOB = 'a job knows an ask by its id alone';

/** Who was asked alone, did not answer, and whose asker was not told so yet. */
export async function unansweredOf(tx: Tx, askId: number): Promise<Unanswered[]> {
  const { rows } = await sql<Unanswered>`
    select r.id as "reachId", p.id as "personId", p.time_zone as zone, r.at,
      r.nudged_at as "nudgedAt", r.unanswered_at as "unansweredAt"
    from ask_reach r join person p on p.id = r.person_id
    where r.ask_id = ${askId} and r.kind = 'person' and r.unanswered_at is null
      and not exists (select from offer o where o.ask_id = r.ask_id and o.helper_id = p.id)
      and not exists (select from ask_question q where q.ask_id = r.ask_id and q.person_id = p.id)
    order by r.id`.execute(acrossCircles(tx, JOB));
  return rows;
}

/** Whether an ask reaches somebody still. */
export async function reachesNow(tx: Tx, askId: number, personId: number): Promise<boolean> {
  const across = acrossCircles(tx, JOB);
  const circles = await across
    .selectFrom('membership')
    .select('circle_id')
    .where('person_id', '=', personId)
    .execute();
  const ids = circles.map(({ circle_id }) => circle_id);
  const { rows } = await sql`
    with of as (select ${personId}::bigint as person)
    select from ask a, of where a.id = ${askId} and ${reads(ids)}
      and not exists (select from person_deactivation d where d.person_id = of.person)`.execute(
    across,
  );
  return rows.length > 0;
}

/** The clause in two pieces, with the ids of their circles between. */
function reads(circles: number[]) {
  const HERE = '\u0000';
  const pieces = readsAsk({ person: 'of.person', circles: HERE }).split(HERE);
  return sql.join(
    pieces.map((piece) => sql.raw(piece)),
    sql`${circles}::bigint[]`,
  );
}
