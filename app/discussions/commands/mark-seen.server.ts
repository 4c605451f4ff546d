import type { Member } from '#app/access/proofs.ts';
import { log } from '#app/platform/log.server.ts';
import { databasePool } from '#db/database.server.ts';

const VISIT = `
insert into thread_visit (circle_id, thread_id, person_id, seen, visited_at)
values ($1, $2, $3, $4, now())
on conflict (circle_id, thread_id, person_id) do update
set seen = thread_visit.seen + excluded.seen, visited_at = now()`;

/**
 * Notes that a member has had notes of a thread on their screen. Reading never fails for it.
 * @param seen their ids, as PostgreSQL writes an int8multirange
 */
export async function markSeen({ circleId, personId }: Member, threadId: number, seen: string) {
  try {
    await databasePool().query({
      text: VISIT,
      values: [circleId, threadId, personId, seen],
    });
  } catch (error) {
    // Reading goes on: at worst these notes are shown as new once more.
    log.warn({ err: error }, 'a visit to a thread was not marked');
  }
}
