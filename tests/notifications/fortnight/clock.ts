import { sql } from 'kysely';
import { vi } from 'vitest';
import { closeDatabase } from '#db/database.server.ts';
import { db } from '#tests/support/set-up.ts';

/**
 * A clock of the test's own for everything that tells the time: the process, and the database of this
 * file with its statements, defaults and queue. It stands still until it is put on.
 */
export async function ownClock(at: Date): Promise<{ to(at: Date): Promise<void>; end(): void }> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const name = sql.id(rows[0]?.name ?? '');
  await sql`
    create schema clock;
    create table clock.hand (at timestamptz not null);
    insert into clock.hand values (${sql.lit(at.toISOString())});
    create function clock.now() returns timestamptz language sql stable as 'select at from clock.hand';
    alter database ${name} set search_path = clock, public, pg_catalog;
    do $$
    declare each record;
    begin
      for each in
        select table_schema, table_name, column_name from information_schema.columns
        where column_default = 'now()' and table_schema in ('public', 'graphile_worker')
      loop
        execute format('alter table %I.%I alter column %I set default clock.now()',
          each.table_schema, each.table_name, each.column_name);
      end loop;
    end $$`.execute(db);
  // Connections find their functions by the path they began with.
  await closeDatabase();
  vi.useFakeTimers({ toFake: ['Date'], now: at });
  return {
    async to(next) {
      vi.setSystemTime(next);
      await sql`update clock.hand set at = ${next}`.execute(db);
    },
    end: () => vi.useRealTimers(),
  };
}
