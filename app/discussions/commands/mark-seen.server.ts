import type { Member } from '#app/access/proofs.ts';
import { log } from '#app/platform/log.server.ts';
import { databasePool } from '#db/database.server.ts';

const VISIT = `
with visit as (
  insert into thread_visit (circle_id, thread_id, person_id, seen, visited_at)
  values ($1, $2, $3, $4, now())
  on conflict (circle_id, thread_id, person_id) do update
  set seen = thread_visit.seen + excluded.seen, visited_at = now()
)
update inbox_item set read_at = now()
where circle_id = $1 and thread_id = $2 and person_id = $3 and read_at is null
  and $4::int8multirange @> thing_id
returning held`;

/**
 * Notes that a member has had notes of a thread on their screen, so that their inbox has nothing new
 * of them either. Reading never fails for it.
 * @param seen their ids, as PostgreSQL writes an int8multirange
 */
export async function markSeen(
  { circleId, personId, viewer }: Member,
  threadId: number,
  seen: string,
) {
  try {
    const { rows } = await databasePool().query<{ held: boolean }>({
      text: VISIT,
      values: [circleId, threadId, personId, seen],
    });
    viewer.inbox.unread -= rows.filter(({ held }) => !held).length;
  } catch (error) {
    // Reading goes on: at worst these notes are shown as new once more.
    log.warn({ err: error }, 'a visit to a thread was not marked');
  }
}
