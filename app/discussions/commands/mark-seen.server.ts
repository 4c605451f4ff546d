import type { Member } from '#app/access/proofs.ts';
import { log } from '#app/platform/log.server.ts';
import { databasePool } from '#db/database.server.ts';

const VISIT = `
insert into thread_visit (circle_id, thread_id, person_id, seen_note_id, visited_at)
values ($1, $2, $3, $4, now())
on conflict (circle_id, thread_id, person_id) do update
set seen_note_id = greatest(thread_visit.seen_note_id, excluded.seen_note_id), visited_at = now()`;

/** Notes that a member has seen a thread up to this note. Reading never fails for it. */
export async function markSeen({ circleId, personId }: Member, threadId: number, noteId: number) {
  try {
    await databasePool().query({
      name: 'thread-visit',
      text: VISIT,
      values: [circleId, threadId, personId, noteId],
    });
  } catch (error) {
    // Reading goes on: at worst these notes are shown as new once more.
    log.warn({ err: error }, 'a visit to a thread was not marked');
  }
}
