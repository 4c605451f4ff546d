import { sql } from 'kysely';
import { db } from './set-up.ts';

/** Until so many statements of this database wait for a lock. */
export async function untilWaiting(many: number): Promise<void> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  if ((rows[0]?.waiting ?? 0) < many) return untilWaiting(many);
}
