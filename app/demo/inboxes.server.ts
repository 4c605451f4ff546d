import { sql } from 'kysely';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import type { CirclePlace } from './circles.server.ts';
import { ago } from './days.server.ts';

/** Who was away comes back to what happened in so many days. */
const DAYS = 21;

/**
 * Writes what the members of a circle were told of: its latest notes, and that a session is off. What
 * they have looked at is read, and no mail waits for anybody.
 */
export async function insertInboxes(place: CirclePlace): Promise<void> {
  const { tx, circleId, circle, anchor } = place;
  const here = { circleId, circle: { timeZone: circle.timeZone } };
  const since = ago(anchor, DAYS);
  const notes = await tx
    .selectFrom('note')
    .select(['id', 'thread_id', 'author_id', 'posted_at'])
    .where(inCircle(place, 'note'))
    .where('posted_at', '>', since)
    .orderBy('posted_at')
    .execute();
  for (const { id, thread_id: threadId, author_id: by, posted_at: at } of notes) {
    const note = { occasion: 'note' as const, thing: id, threadId, detail: {}, by, at };
    await tell(tx, here, note, { except: [by] });
  }
  const cancelled = await tx
    .selectFrom('session_cancellation')
    .select(['session_id', 'by_person_id', 'at'])
    .where(inCircle(place, 'session_cancellation'))
    .where('at', '>', since)
    .execute();
  for (const { session_id: thing, by_person_id: by, at } of cancelled) {
    await tell(tx, here, { occasion: 'session-cancelled', thing, detail: {}, by, at });
  }
  await tx
    .updateTable('inbox_item as i')
    .set({
      mail_at: null,
      read_at: sql<Date | null>`coalesce(i.read_at, case when exists (
        select from thread_visit v
        where v.circle_id = i.circle_id and v.thread_id = i.thread_id and v.person_id = i.person_id
          and v.seen @> i.thing_id) then i.at end)`,
    })
    .where(inCircle(place, 'i'))
    .execute();
}
