import { type Kysely, sql } from 'kysely';

/** When the site was backed up, so that its page can say how old the newest copy is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table site_backup (
  id bigint generated always as identity primary key,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  -- where it is, on the machine that made it
  file text not null,
  bytes bigint,
  -- why there is none
  problem text,
  check ((bytes is null) <> (problem is null))
);
`)
    .execute(db);
}
