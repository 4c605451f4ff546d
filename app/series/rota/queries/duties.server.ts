import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';

interface Named {
  id: number;
  name: string;
}

export interface DutiesView {
  run: Named | null;
  notes: Named | null;
  /** which of them go round in this circle */
  turns: { run: boolean; notes: boolean };
  /** how many it takes to be worth it; null: it doesn't say */
  needs: number | null;
  /** how many said, of the time it is at now, that they come */
  coming: number;
}

/** Who does what at a session of the circle; null when there is no such session. */
export async function dutiesOf(
  { circleId }: Member,
  sessionId: number,
): Promise<DutiesView | null> {
  const { rows } = await sql<DutiesView>`
    select
      (select json_build_object('id', p.id, 'name', p.name) from person p
        where p.id = s.facilitator_id) as run,
      (select json_build_object('id', p.id, 'name', p.name) from person p
        where p.id = s.note_taker_id) as notes,
      json_build_object('run', coalesce(r.runs, false), 'notes', coalesce(r.notes, false)) as turns,
      s.needs,
      (select count(*)::int from session_reply y
        join membership m on m.circle_id = y.circle_id and m.person_id = y.person_id
        where y.circle_id = s.circle_id and y.session_id = s.id and y.answer = 'yes'
          and (s.moved_at is null or y.replied_at >= s.moved_at)) as coming
    from session s left join rota r on r.circle_id = s.circle_id
    where s.circle_id = ${circleId} and s.id = ${sessionId}`.execute(db);
  return rows[0] ?? null;
}

export interface Turn {
  sessionId: number;
  startsAt: string;
  run: Named | null;
  notes: Named | null;
}

/** The circle's sessions to come with who does what there, the soonest first. */
export async function turnsToCome(
  { circleId }: Member,
  { now = new Date() }: { now?: Date } = {},
): Promise<Turn[]> {
  const { rows } = await sql<Omit<Turn, 'startsAt'> & { startsAt: Date }>`
    select s.id as "sessionId", s.starts_at as "startsAt",
      (select json_build_object('id', p.id, 'name', p.name) from person p
        where p.id = s.facilitator_id) as run,
      (select json_build_object('id', p.id, 'name', p.name) from person p
        where p.id = s.note_taker_id) as notes
    from session s
    where s.circle_id = ${circleId} and s.starts_at > ${now}
      and not exists (select from session_cancellation c
        where c.circle_id = s.circle_id and c.session_id = s.id)
    order by s.starts_at, s.id limit 12`.execute(db);
  return rows.map(({ startsAt, ...turn }) => ({ ...turn, startsAt: startsAt.toISOString() }));
}
