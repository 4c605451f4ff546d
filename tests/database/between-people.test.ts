import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from '#db/database.server.ts';
import { migrateTo, migrateToLatest } from '#db/migrate.ts';
import { createDatabase, dropDatabase } from '#tests/support/database.ts';

let url: string;
beforeAll(async () => {
  const name = `${inject('template')}_between_${process.pid}`;
  url = await createDatabase(inject('serverUrl'), name, 'template0');
});
afterAll(() => dropDatabase(url, inject('serverUrl')));

test('inboxes of an older Octavo stay as they are, and take what is in no circle', async () => {
  const { db, pool } = connect(url, 2);
  const rows = async () =>
    (await pool.query('select to_jsonb(i) from inbox_item i order by topic')).rows;
  try {
    await migrateTo(db, pool, '0037-inbox');
    await pool.query(`
      insert into person (name, email, password_hash) values ('Ines', 'ines@example.org', 'x'), ('Noor', 'noor@example.org', 'x');
      insert into circle (slug, name, purpose, time_zone, created_by)
        select 'tuesday', 'Tuesday leads', '', 'UTC', id from person where name = 'Ines';
      insert into membership (circle_id, person_id, role)
        select c.id, p.id, case p.name when 'Ines' then 'host' else 'member' end
        from circle c, person p;
      insert into inbox_item (circle_id, person_id, topic, member_of, kind, for_you, at, read_at)
        select c.id, p.id, t.topic, c.id, 'note', t.topic = 'role', now(),
          case when t.topic = 'agreement' then now() end
        from circle c, person p, unnest(array['agreement', 'role', 'session:4']) t (topic)
        where p.name = 'Noor';
      insert into inbox_item (circle_id, person_id, topic, kind, thing_id, for_you, at)
        select c.id, p.id, 'request:7', 'request-answered', 7, true, now()
        from circle c, person p where p.name = 'Noor'`);
    const before = await rows();
    expect(before).toHaveLength(4);

    await migrateToLatest(db, pool);

    expect(await rows()).toEqual(before);
    const again = (columns: string) =>
      pool.query(`insert into inbox_item (circle_id, person_id, topic, kind, for_you, at)
        select ${columns}, p.id, 'role', 'note', true, now() from circle c, person p where p.name = 'Noor'`);
    await expect(again('c.id')).rejects.toThrow(/inbox_item_once/);
    await again('null');
    await expect(again('null')).rejects.toThrow(/inbox_item_once/);
    await pool.query("delete from membership where role = 'member'");
    const { rows: left } = await pool.query('select topic, circle_id from inbox_item order by 1');
    expect(left.map(({ topic }) => topic)).toEqual(['request:7', 'role']);
  } finally {
    await db.destroy();
  }
});
