import { execFileSync } from 'node:child_process';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { acrossCircles } from '#db/across-circles.server.ts';
import { readStatement } from '#db/circle-clause/check.server.ts';
import { databasePool, databaseUrl, db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import { CIRCLE_TABLES, TABLES_NAMING_A_CIRCLE } from '#db/schema.ts';

const circle = { circleId: 1 };
const EVERY_THREAD = 'select id from thread';

describe('a statement that forgets its circle', () => {
  test.each([
    ['a select', EVERY_THREAD, ['thread']],
    ['one row by its id', 'select title from thread where id = $1', ['thread']],
    ['another column', 'select id from thread where session_id = $1', ['thread']],
    ['an alias', 'select t.id from thread t where t.started_by = $1', ['thread']],
    ['not that circle', 'select id from thread where circle_id <> $1', ['thread']],
    ['no circle of a list', 'select id from thread where circle_id not in ($1, $2)', ['thread']],
    ['either', 'select id from thread where circle_id = $1 or id = $2', ['thread']],
    ['the opposite', 'select id from thread where not (circle_id = $1 and id = $2)', ['thread']],
    ['itself', 'select id from thread t where t.circle_id = t.circle_id', ['thread']],
    [
      'itself, in a select',
      'select id from thread t where t.circle_id = (select t.circle_id)',
      ['thread'],
    ],
    [
      'a join',
      'select n.id from thread t join note n on n.thread_id = t.id where t.circle_id = $1',
      ['note'],
    ],
    [
      'both of a join',
      'select n.id from thread t join note n on (n.circle_id, n.thread_id) = (t.circle_id, t.id)',
      ['thread', 'note'],
    ],
    [
      'the kept side of an outer join',
      `select t.id from thread t left join thread_visit v
       on v.circle_id = t.circle_id and v.circle_id = $1`,
      ['thread'],
    ],
    ['tables beside one another', 'select 1 from thread t, note where t.circle_id = $1', ['note']],
    [
      'using',
      'select 1 from thread t join note using (circle_id) where t.circle_id = $1',
      ['note'],
    ],
    [
      'a circle that is any',
      'select 1 from thread t join circle c on c.id = t.circle_id',
      ['thread'],
    ],
    ['an update', "update thread set title = '' where id = $1", ['thread']],
    [
      'what an update is from',
      'update thread set title = b.title from book b where thread.circle_id = $1',
      ['book'],
    ],
    ['a delete', 'delete from thread_visit where thread_id = $1', ['thread_visit']],
    ['using of a delete', 'delete from note using thread t where note.circle_id = $1', ['thread']],
    [
      'exists',
      `select 1 from thread t where t.circle_id = $1
       and exists (select from note n where n.thread_id = t.id)`,
      ['note'],
    ],
    [
      'a scalar',
      'select (select count(*) from note n where n.author_id = p.id) from person p',
      ['note'],
    ],
    [
      'what only a subquery says',
      `select 1 from thread t where not exists (
         select from note n where n.circle_id = t.circle_id and n.circle_id = $1)`,
      ['thread'],
    ],
    [
      'what is said around a subquery',
      'select 1 from (select * from thread) t where t.circle_id = $1',
      ['thread'],
    ],
    [
      'circles of just any rows',
      'select 1 from note where circle_id in (select id from circle)',
      ['note'],
    ],
    [
      'a lateral join',
      'select 1 from person p, lateral (select from note n where n.author_id = p.id) x',
      ['note'],
    ],
    ['an expression', 'with mine as (select id from thread) select id from mine', ['thread']],
    [
      'an arm of a union',
      'select id from thread where circle_id = $1 union all select id from note',
      ['note'],
    ],
    [
      'what is inserted from',
      'insert into thread_visit (circle_id, thread_id) select circle_id, id from thread',
      ['thread'],
    ],
    [
      'what a conflict changes',
      `insert into thread (circle_id, submission_key) values ($1, $2)
       on conflict (submission_key) do update set title = ''`,
      ['thread'],
    ],
    ['other statements', 'truncate note', ['note']],
    ['copies', 'copy note to stdout', ['note']],
    ['the second of two', `select 1; ${EVERY_THREAD}`, ['thread']],
  ])('%s', (_, text, tables) => {
    expect(readStatement(text).unheld).toEqual(tables);
  });
});

describe('a statement that is held to a circle', () => {
  test.each([
    ['a value', 'select id from thread where circle_id = $1 and id = $2'],
    ['the value first', 'select id from thread where $1::bigint = circle_id'],
    ['a list', 'select id from thread where circle_id in ($1, $2)'],
    ['an array', 'select id from thread where circle_id = any($1::bigint[])'],
    [
      'a list that stands in a select',
      'select id from thread where circle_id = any((select $1::bigint[])::bigint[])',
    ],
    [
      'joins, one after another',
      `select 1 from note n join thread t on t.circle_id = n.circle_id and t.id = n.thread_id
       left join section s on s.circle_id = t.circle_id and s.id = t.section_id
       where n.circle_id = $1`,
    ],
    [
      'rows',
      'select 1 from note n join thread t on (t.circle_id, t.id) = (n.circle_id, n.thread_id) where t.circle_id = $1',
    ],
    [
      'the circle by its id',
      'select 1 from circle c join thread t on t.circle_id = c.id where c.id = $1',
    ],
    [
      'the circle by its address',
      'select 1 from circle c join thread t on t.circle_id = c.id where c.slug = $1',
    ],
    ['an update', "update thread set title = '' where circle_id = $1"],
    [
      'an update from',
      `update thread t set title = b.title from book b
       where b.circle_id = t.circle_id and t.circle_id = $1`,
    ],
    [
      'a delete',
      'delete from note n using thread t where t.circle_id = n.circle_id and n.circle_id = $1',
    ],
    [
      'a subquery by the query around it',
      `select (select count(*) from note n where n.circle_id = t.circle_id and n.thread_id = t.id)
       from thread t where t.circle_id = $1`,
    ],
    [
      'by what a subquery shows',
      `select 1 from (select circle_id as here, id from thread where circle_id = $1) t
       join note n on n.circle_id = t.here`,
    ],
    [
      'a subquery’s circle',
      'select 1 from note where circle_id = (select circle_id from thread where circle_id = $1 limit 1)',
    ],
    [
      'an expression that changes',
      `with gone as (delete from note where circle_id = $1 returning circle_id, thread_id)
       select 1 from gone g join thread t on t.circle_id = g.circle_id`,
    ],
    ['a name that hides a table', 'with note as (select 1) select * from note'],
    [
      'what is written anew',
      `insert into thread_visit (circle_id, thread_id) values ($1, $2)
       on conflict (circle_id, thread_id) do update set visited_at = now()`,
    ],
    ['tables of no circle', 'select 1 from person p join sign_in s on s.person_id = p.id'],
    ['others’ tables', 'select 1 from elsewhere.note'],
    ['no table', 'set local lock_timeout = 5'],
  ])('%s', (_, text) => {
    expect(readStatement(text).unheld).toEqual([]);
  });
});

describe('a statement across circles', () => {
  test.each([
    ['every row of a table', EVERY_THREAD, []],
    [
      'what is of the same circle as that',
      `select (select count(*) from membership t where t.circle_id = c.id)
       from membership m join circle c on c.id = m.circle_id where m.person_id = $1`,
      [],
    ],
    [
      'what is of whatever circle',
      `select b.title from circle c join reading r on r.circle_id = c.id
       join book b on b.id = r.book_id where c.visibility = 'listed'`,
      ['book'],
    ],
    [
      'two tables that have nothing to do with one another',
      'select 1 from note, thread',
      ['thread'],
    ],
  ])('%s', (_, text, apart) => {
    expect(readStatement(text).apart).toEqual(apart);
  });
});

test('the tables asked for their circle are those that have one', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.column_name = 'circle_id' and c.table_schema = 'public' and t.table_type = 'BASE TABLE'
    order by c.table_name collate "C"`.execute(db);
  const all = [...CIRCLE_TABLES, ...TABLES_NAMING_A_CIRCLE].sort();
  expect(rows.map(({ name }) => name)).toEqual(all);
});

test('what a person has of a circle is theirs, and holds what is joined to it', () => {
  const apart = (joined: string) =>
    readStatement(`select s.title, t.title from inbox_item i
      left join thread t on t.circle_id = i.circle_id and t.id = i.thread_id
      left join session s on ${joined} where i.person_id = $1`).apart;
  expect(apart('s.circle_id = i.circle_id and s.id = i.thing_id')).toEqual([]);
  expect(apart('s.id = i.thing_id')).toHaveLength(1);
});

describe('what Octavo asks its database', () => {
  const everyThread = (on = db) => on.selectFrom('thread').select('id');

  test('fails without a circle, before it is sent', async () => {
    const refused = /^thread: no clause holds the rows to a circle/;
    await expect(everyThread().execute()).rejects.toThrow(refused);
    await expect(sql.raw(EVERY_THREAD).execute(db)).rejects.toThrow(refused);
    await expect(db.transaction().execute((tx) => everyThread(tx).execute())).rejects.toThrow(
      refused,
    );
    expect(() => databasePool().query(EVERY_THREAD)).toThrow(refused);
    expect(() => databasePool().query({ text: EVERY_THREAD })).toThrow(refused);
    await expect(db.deleteFrom('thread').where('id', '=', 0).execute()).rejects.toThrow(refused);
  });

  test('passes with one, and where it says that it goes across circles', async () => {
    const here = everyThread().where(inCircle(circle, 'thread'));
    expect(await here.execute()).toEqual([]);
    expect(await everyThread(acrossCircles(db, 'a test')).execute()).toEqual([]);
    const inTransaction = db
      .transaction()
      .execute((tx) => everyThread(acrossCircles(tx, 'a test')).execute());
    expect(await inTransaction).toEqual([]);
    const { rows } = await acrossCircles(databasePool(), 'a test').query(EVERY_THREAD);
    expect(rows).toEqual([]);
    const apart = acrossCircles(db, 'a test')
      .selectFrom('thread')
      .innerJoin('note', 'note.thread_id', 'thread.id')
      .select('note.id');
    await expect(apart.execute()).rejects.toThrow('no clause');
    // The mark is for the one statement: what is asked beside it is checked.
    await expect(everyThread().execute()).rejects.toThrow('no clause');
  });

  test.each(['production', undefined])('is not checked where NODE_ENV is %s', (NODE_ENV) => {
    const ask = `
      import { closeDatabase, databasePool, db } from '#db/database.server.ts';
      await db.selectFrom('thread').select('id').execute();
      await databasePool().query('${EVERY_THREAD}');
      console.log(db.getExecutor().plugins.length);
      await closeDatabase();`;
    const env = { ...process.env, NODE_ENV, DATABASE_URL: databaseUrl() } as NodeJS.ProcessEnv;
    const given = ['--import', 'tsx', '--input-type=module', '--eval', ask];
    expect(execFileSync(process.execPath, given, { env, encoding: 'utf8' })).toBe('0\n');
  });
});

describe('the clause as it is written', () => {
  test('is the table’s own, by its name or alias', () => {
    const notes = db
      .selectFrom('note as n')
      .innerJoin('thread', (join) => join.on(joined('thread.id', 'n.thread_id')))
      .select('n.id')
      .where(inCircle(circle, 'n'));
    expect(notes.compile()).toMatchObject({
      sql:
        'select "n"."id" from "note" as "n" inner join "thread" on ' +
        '("thread"."circle_id" = "n"."circle_id" and "thread"."id" = "n"."thread_id") ' +
        'where "n"."circle_id" = $1',
      parameters: [1],
    });
  });

  test('compiles for tables of a circle that are in the query alone', () => {
    const notes = db.selectFrom('note').select('note.id');
    return [
      // @ts-expect-error: not a table of a circle
      () => db.selectFrom('person').where(inCircle(circle, 'person')),
      // @ts-expect-error: a table of a circle that the query is not from
      () => notes.where(inCircle(circle, 'thread')),
      // @ts-expect-error: a bare id
      () => notes.where(inCircle(1, 'note')),
      // @ts-expect-error: a column that is not there
      () => notes.innerJoin('thread', (join) => join.on(joined('thread.id', 'note.thread'))),
      // @ts-expect-error: a table of no circle
      () => notes.innerJoin('person', (join) => join.on(joined('person.id', 'note.author_id'))),
    ];
  });
});
