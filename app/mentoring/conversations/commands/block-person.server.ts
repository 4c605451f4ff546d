import { sql } from 'kysely';
import type { Partner } from '#app/access/proofs.ts';
import { callOffAll } from '#app/mentoring/meetings/rows/call-off-all.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db, type Tx } from '#db/database.server.ts';

/**
 * Makes the other of a conversation a stranger to what the viewer asks and says between two people:
 * their conversations end, what they offered one another is withdrawn, and nobody is told. It is
 * lifted on the viewer's page of whom they keep apart. Twice is once.
 */
export async function blockPerson(
  { personId, otherId }: Partner,
  { now = new Date() }: { now?: Date } = {},
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await withdrawOffers(tx, personId, otherId, now);
    const open = await tx
      .selectFrom('conversation')
      .select('id')
      .where('ended_at', 'is', null)
      .where((eb) =>
        eb.or([
          eb.and({ asker_id: personId, helper_id: otherId }),
          eb.and({ asker_id: otherId, helper_id: personId }),
        ]),
      )
      .orderBy('id')
      .forUpdate()
      .execute();
    for (const { id } of open) {
      await tx
        .updateTable('conversation')
        .set((eb) => ({
          ...{ ended_at: now, ended_by: personId },
          // Nobody is asked what came of it.
          asked_after_at: eb.fn.coalesce('asked_after_at', eb.val(now)),
        }))
        .where('id', '=', id)
        .execute();
      await callOffAll(tx, id, now);
    }
    await tx
      .insertInto('person_block')
      .values({ person_id: personId, blocked_id: otherId, at: now })
      .onConflict((on) => on.columns(['person_id', 'blocked_id']).doNothing())
      .execute();
  });
}

/** Locks the asks first, as answering and taking up do: who comes after finds what was withdrawn. */
async function withdrawOffers(tx: Tx, one: number, other: number, now: Date): Promise<void> {
  await sql`
    with asks as materialized (
      select a.id from ask a
      where (a.asker_id = ${one} and exists (
          select from offer o where o.ask_id = a.id and o.helper_id = ${other}))
        or (a.asker_id = ${other} and exists (
          select from offer o where o.ask_id = a.id and o.helper_id = ${one}))
      order by a.id for update)
    update offer o
    set state = 'withdrawn', until = null, remind = false, changed_at = ${now},
      version = o.version + 1
    from asks
    where o.ask_id = asks.id and o.helper_id in (${one}, ${other})
      and o.state in ('made', 'not_now')`.execute(
    acrossCircles(tx, 'what two people asked of one another, in whichever circle'),
  );
}
