import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { formOf, gateOf } from '#app/access/gate-makers.server.ts';
import { ask } from '#tests/support/ask.ts';
import { manifest } from '#tests/support/server-build.ts';
import { db } from '#tests/support/set-up.ts';
import { pathOf } from './paths.ts';
import { plausible } from './plausible.ts';
import { makeWorld, type Who } from './world.ts';

/** What is done in a circle that is archived, all the same. */
const DONE = [
  'routes/circles/archiving',
  'routes/circles/reopening',
  'routes/circles/leave',
  'routes/circles/person-host',
  // Marking as read is no writing.
  'routes/threads/marking',
  'routes/threads/marking-undoing',
  // Nor is saying what one wants to hear of it.
  'routes/notifications/volume',
  'routes/notifications/volume-undoing',
  'routes/threads/following',
];
/** By people who are in no circle yet; they may take back what they asked. */
const OUTSIDE = ['routes/joining/about', 'routes/joining/invited', 'routes/joining/seat'];

const writing = Object.values(manifest).flatMap((route) =>
  route &&
  ['member', 'facilitator', 'host', 'scribe', 'runner'].includes(gateOf(route.module.action) ?? '')
    ? [route]
    : [],
);

let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  world = await makeWorld();
  const circle = await db
    .selectFrom('circle')
    .innerJoin('membership', 'membership.circle_id', 'circle.id')
    .select(['circle.id', 'membership.person_id'])
    .where('circle.slug', '=', String(world.params.circle))
    .where('membership.role', '=', 'host')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('circle_archive')
    .values({ circle_id: circle.id, by_person_id: circle.person_id })
    .execute();
});

const paramOf = (id: string) => (name: string) =>
  name === 'reading' && id.includes('/wrap/') ? world.wrapped : world.params[name];

/** A form as its page might send it, and the right names for one that is refused before it is read. */
function formFor(id: string, action: unknown): Record<string, string> {
  const schema = formOf(action);
  const ids = { ...world.params, version: 1 };
  const [fields = []] = schema
    ? fc.sample(
        fc.gen().map((g) => plausible(g, schema, ids)),
        1,
      )
    : [];
  return { ...Object.fromEntries(fields), confirmed: 'yes', agreementVersion: '1', id };
}

/** Everything that belongs to circles, but who has looked at what, as it stands. */
async function everything() {
  const tables = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'circle_id'
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where c.relkind = 'r' and c.relname not in ('thread_visit') order by 1`.execute(db);
  const stands: Record<string, string | undefined> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ all: string }>`
      select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as all
      from ${sql.table(name)} t`.execute(db);
    stands[name] = rows[0]?.all;
  }
  return stands;
}

const asksOf = async (id: string, who: Who, form: Record<string, string>) =>
  ask(`${pathOf(id, paramOf(id))}.data`, { cookie: await world.cookieOf(who), form });

test('there are many of them', () => {
  expect(writing.length).toBeGreaterThan(35);
});

test.each(writing.filter(({ id }) => !DONE.includes(id)))(
  '$id writes nothing in a circle that is archived, and says so',
  async ({ id, module }) => {
    const before = await everything();
    const { id: _, ...form } = formFor(id, module.action);
    for (const sent of [form, {}]) {
      const answer = await asksOf(id, 'host', sent);
      if (answer.status === 202) {
        expect(answer.cookies.join()).toContain('button-archived');
      } else {
        expect(answer.status).toBe(422);
        expect(answer.body).toContain('This circle is archived: everything in it can be read');
      }
    }
    expect(await everything()).toEqual(before);
  },
);

test.each(OUTSIDE)('%s lets nobody in', async (id) => {
  const before = await everything();
  const form = { consent: 'on', agreementVersion: '1', word: '', answer: 'accept' };
  const answer = await asksOf(id, 'waiting', form);
  expect([404, 422]).toContain(answer.status);
  expect(await everything()).toEqual(before);
});

test('everything in it is still read', async () => {
  for (const route of Object.values(manifest)) {
    if (!route?.path?.startsWith('circles/:circle')) continue;
    if (gateOf(route.module.loader) !== 'member') continue;
    const page = await ask(pathOf(route.id, paramOf(route.id)), {
      cookie: await world.cookieOf('member'),
    });
    expect([200, 302], route.id).toContain(page.status);
    if (page.status === 200 && route.module.default) {
      expect(page.body, route.id).toContain('This circle is archived');
    }
  }
});

test.each(DONE)('%s is done all the same', async (id) => {
  const who = id === 'routes/circles/leave' ? 'facilitator' : 'host';
  const answer = await asksOf(id, who, { confirmed: 'yes' });
  expect(answer.status, answer.body).toBe(202);
});
