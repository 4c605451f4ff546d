import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { pathOf } from '#tests/routes/paths.ts';
import { makeWorld, type Who } from '#tests/routes/world.ts';
import { ask } from '#tests/support/ask.ts';
import { circleOf } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { tripsOf } from '#tests/support/trips.ts';

/** What each page reads in the inbox of whoever looks at it, and what of its kind it does not. */
const PAGES: [route: string, who: Who, read: string[], left: string[]][] = [
  ['sessions/session', 'member', ['session:$session', 'sessions'], ['session:9']],
  ['sessions/index', 'member', ['sessions'], ['session:9']],
  ['choosing/choice', 'member', ['choice:$choice'], ['choice:9']],
  ['choosing/ballot', 'member', ['choice:$choice'], ['choice:9']],
  ['seasons/wrap', 'member', ['wrap:$reading'], ['wrap:9', 'plan:9']],
  ['reading/reading', 'member', ['plan:$reading'], ['plan:9']],
  ['circles/agreement', 'member', ['agreement'], ['role']],
  ['circles/people', 'member', ['person:7', 'person:8', 'role', 'host'], ['agreement']],
  ['circles/person', 'host', ['person:$person'], ['person:9']],
  ['circles/circle', 'member', ['seat:7', 'request:8'], ['person:9', 'agreement']],
  ['joining/requests', 'host', ['request:7', 'request:8'], ['seat:9']],
  ['joining/waiting', 'host', ['person:7'], ['request:9']],
  ['joining/invitations', 'host', ['invitation:7'], ['request:9']],
  ['joining/seat', 'waiting', ['seat:$place', 'request:8'], ['person:9']],
];

let world: Awaited<ReturnType<typeof makeWorld>>;
let circleId: number;
let otherId: number;
beforeAll(async () => {
  world = await makeWorld();
  const { people, params } = world;
  const circle = await db
    .selectFrom('circle')
    .select('id')
    .where('slug', '=', String(params.circle))
    .executeTakeFirstOrThrow();
  circleId = circle.id;
  const { host, member, waiting } = people;
  otherId = (await circleOf({ host, members: [member, waiting] })).id;
});

async function waits(who: Who, topics: readonly string[], circle_id = circleId) {
  const { personId } = world.people[who as 'member'];
  const row = { circle_id, person_id: personId, kind: 'note', for_you: false, at: new Date() };
  await db
    .insertInto('inbox_item')
    .values(topics.map((topic) => ({ ...row, topic })))
    .execute();
}

/** Whose topics are read, as 'member agreement'. */
async function readNow() {
  const rows = await db
    .selectFrom('inbox_item')
    .select(['circle_id', 'person_id', 'topic'])
    .where('read_at', 'is not', null)
    .execute();
  const name = (id: number) =>
    Object.entries(world.people).find(([, { personId }]) => personId === id)?.[0];
  return rows
    .map(({ circle_id, person_id, topic }) =>
      [name(person_id), ...(circle_id === circleId ? [] : ['elsewhere']), topic].join(' '),
    )
    .sort();
}

test.each(PAGES)('%s, to the %s, reads what it shows', async (route, who, read, left) => {
  await db.deleteFrom('inbox_item').execute();
  const named = (topic: string) =>
    topic.replace(/\$(\w+)/, (_, name: string) =>
      String(route === 'seasons/wrap' && name === 'reading' ? world.wrapped : world.params[name]),
    );
  const topics = read.map(named);
  await waits(who, [...topics, ...left]);
  await waits(who, topics, otherId);
  await waits('facilitator', topics);
  const path = pathOf(`routes/${route}`, (name) => named(`$${name}`));
  const cookie = await world.cookieOf(who);
  const ahead = await ask(path, { cookie, headers: { 'Sec-Purpose': 'prefetch' } });
  expect(ahead.status).toBe(200);
  expect(await readNow()).toEqual([]);
  const { status, body } = await ask(path, { cookie });
  expect(status).toBe(200);
  expect(await readNow()).toEqual(topics.map((topic) => `${who} ${topic}`).sort());
  // What is elsewhere, and of another kind, still counts.
  expect(body).toContain(`<b class="count">${left.length + topics.length}<`);
});

test('nothing is asked where nothing is new', async () => {
  // The site's settings are asked for anew every few seconds.
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  await db.deleteFrom('inbox_item').execute();
  const cookie = await world.cookieOf('member');
  const session = pathOf('routes/sessions/session', (name) => world.params[name]);
  const look = () => ask(session, { cookie });
  const [nothing] = await tripsOf(look, look);
  await waits('member', ['agreement']);
  const told = () => waits('member', [`session:${world.params.session}`]);
  const [elsewhere, , here] = await tripsOf(look, look, told, look);
  expect(elsewhere).toEqual(nothing);
  expect(here?.statements).toBe((nothing?.statements ?? 0) + 1);
  expect(here?.waves).toBe(nothing?.waves);
});
