import { sql } from 'kysely';
import { db, type Tx } from '#db/database.server.ts';

const PATIENCE_MS = 10_000;

/** Until so many statements of this database wait for a lock. @throws when they do not come to it */
async function untilWaiting(count: number, deadline = Date.now() + PATIENCE_MS): Promise<void> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  if ((rows[0]?.waiting ?? 0) >= count) return;
  if (Date.now() > deadline) throw new Error(`No ${count} statements wait for a lock.`);
  return untilWaiting(count, deadline);
}

/**
 * Starts `acts` while a row is held that each of them needs, so that they meet there in this order,
 * and lets them go on. Takes `hold` to hold it.
 */
export async function inThisOrder<T>(
  hold: (tx: Tx) => Promise<unknown>,
  acts: (() => Promise<T>)[],
): Promise<T[]> {
  const started: Promise<T>[] = [];
  await db.transaction().execute(async (tx) => {
    await hold(tx);
    for (const act of acts) {
      started.push(act());
      await untilWaiting(started.length);
    }
  });
  return Promise.all(started);
}

export const personRow = (personId: number) => (tx: Tx) =>
  tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute();

/** How many sign-ins of a person there are, whatever they are worth. */
export async function signInsOf({ personId }: { personId: number }): Promise<number> {
  const rows = await db
    .selectFrom('sign_in')
    .select('token_hash')
    .where('person_id', '=', personId)
    .execute();
  return rows.length;
}
