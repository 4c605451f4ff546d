import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- Said of what its series became, not of this session alone: whatever brings the day back takes the
-- cancellation back, too.
alter table session_cancellation add of_series boolean not null default false;
`)
    .execute(db);
}
