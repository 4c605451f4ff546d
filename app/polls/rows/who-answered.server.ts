import { sql } from 'kysely';
import type { Executor } from '#db/database.server.ts';

/**
 * The members who have said nothing to a slot that is still to come. Whoever has answered them all is
 * not reminded, sees hidden answers, and is not waited for.
 */
export async function notAnswered(
  tx: Executor,
  { circleId, pollId, now }: { circleId: number; pollId: number; now: Date },
): Promise<number[]> {
  const { rows } = await sql<{ person_id: number }>`
    select m.person_id from membership m
    where m.circle_id = ${circleId}
      and not exists (select from person_deactivation d where d.person_id = m.person_id)
      and exists (
        select from time_poll_slot s
        join time_poll p on p.circle_id = s.circle_id and p.id = s.poll_id
        where s.circle_id = ${circleId} and s.poll_id = ${pollId} and s.taken_away_at is null
          and (p.kind = 'weekly' or s.starts_at > ${now}) and not exists (
            select from time_poll_answer a
            where a.circle_id = ${circleId} and a.slot_id = s.id and a.person_id = m.person_id))
    order by m.person_id`.execute(tx);
  return rows.map(({ person_id }) => person_id);
}
