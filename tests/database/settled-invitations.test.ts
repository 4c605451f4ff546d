import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from '#db/database.server.ts';
import { migrateTo, migrateToLatest } from '#db/migrate.ts';
import { createDatabase, dropDatabase } from '#tests/support/database.ts';

let url: string;
beforeAll(async () => {
  const name = `${inject('template')}_settled_${process.pid}`;
  url = await createDatabase(inject('serverUrl'), name, 'template0');
});
afterAll(() => dropDatabase(url, inject('serverUrl')));

test('what an older Octavo left open to somebody who is in, or was removed, is settled', async () => {
  const { db, pool } = connect(url, 2);
  try {
    await migrateTo(db, pool, '0020-any-locale');
    await pool.query(`
      insert into person (name, email, password_hash)
        select n, lower(n) || '@example.org', 'x'
          from unnest(array['Ines', 'Noor', 'Lena', 'Sam']) n;
      insert into circle (slug, name, purpose, time_zone, created_by)
        select 'tuesday', 'Tuesday leads', '', 'UTC', id from person where name = 'Ines';
      insert into membership (circle_id, person_id, role)
        select c.id, p.id, case p.name when 'Ines' then 'host' else 'member' end
          from circle c, (select * from person where name in ('Ines', 'Noor')) p;
      insert into departure (circle_id, person_id, role, joined_at, left_at, removed_by)
        select c.id, lena.id, 'member', now() - interval '3 days', now() - interval '1 day', ines.id
          from circle c, person lena, person ines where lena.name = 'Lena' and ines.name = 'Ines';
      insert into invitation
          (circle_id, email, role, token_hash, invited_by, created_at, expires_at, accepted_at, accepted_by)
        select c.id, i.email, 'member', i.n, host.id, now() - make_interval(days => i.days),
            now() + interval '1 day', case when i.used then now() end, case when i.used then lena.id end
          from circle c, person host, person lena, (values
            ('1', 'NOOR@example.org', 4, false), ('2', 'lena@example.org', 2, false),
            ('3', 'work@example.org', 2, true), ('4', 'sam@example.org', 2, false)
          ) i (n, email, days, used) where host.name = 'Ines' and lena.name = 'Lena'`);

    await migrateToLatest(db, pool);

    const rows = await db
      .selectFrom('invitation')
      .select(['token_hash', 'revoked_at'])
      .orderBy('token_hash')
      .execute();
    expect(rows.map(({ revoked_at }) => revoked_at !== null)).toEqual([true, true, true, false]);
  } finally {
    await db.destroy();
  }
});
