import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- What was found when clocks were last looked at: by the zone data of this Node and of PostgreSQL.
create table clock_check (
  id smallint primary key default 1 check (id = 1),
  at timestamptz not null,
  -- release of the zone data in Node: '2026c'
  zones text not null,
  found jsonb not null
);
`)
    .execute(db);
}
