import type { Member } from '#app/access/proofs.ts';
import { holdAnew } from '#app/notifications/inbox/commands/hold-anew.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** Shows a member every note of a thread, wherever they are in the book. Twice is once. */
export async function openThread(
  member: Member,
  threadId: number,
  { now = new Date() } = {},
): Promise<{ ok: true } | { ok: false; reason: 'no-thread' }> {
  const { circleId, personId } = member;
  const thread = await db
    .selectFrom('thread')
    .select('id')
    .where(inCircle(member, 'thread'))
    .where('id', '=', threadId)
    .executeTakeFirst();
  if (!thread) return { ok: false, reason: 'no-thread' };
  await db
    .insertInto('thread_opening')
    .values({ circle_id: circleId, thread_id: threadId, person_id: personId, opened_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await holdAnew(db, member, { personId, threadId }, now);
  return { ok: true };
}

/** Folds for them what is from further on, as in any other thread. */
export async function foldThread(member: Member, threadId: number): Promise<void> {
  const { personId } = member;
  await db
    .deleteFrom('thread_opening')
    .where(inCircle(member, 'thread_opening'))
    .where('thread_id', '=', threadId)
    .where('person_id', '=', personId)
    .execute();
  await holdAnew(db, member, { personId, threadId });
}
