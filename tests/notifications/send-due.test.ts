import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { sendDue } from '#app/notifications/bundles/commands/send-due.server.ts';
import { setHours } from '#app/notifications/hearing/commands/set-hours.server.ts';
import { setVolume } from '#app/notifications/hearing/commands/set-volume.server.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { itemOf, waitingFor } from './hearing.ts';

// A Wednesday, noon in Lisbon.
const NOON = new Date('2026-12-02T12:00:00Z');
const minutes = (after: number) => new Date(NOON.getTime() + after * 60_000);

/** Noor in two circles, and Rui in the first of them. */
async function membersOf() {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const [one, two] = [
    await circleOf({ members: [noor, rui] }),
    await circleOf({ members: [noor] }),
  ];
  const [[noorInOne, ruiInOne], [noorInTwo]] = [one.members, two.members];
  if (!noorInOne || !ruiInOne || !noorInTwo) throw new Error('A circle without members.');
  return { one, noorInOne, ruiInOne, noorInTwo };
}

/** The messages to somebody so far: of which kind, whose business, and what they tell of. */
async function writtenTo({ personId }: { personId: number }) {
  const rows = await db
    .selectFrom('message')
    .leftJoin('inbox_item as i', 'i.message_id', 'message.id')
    .select(['message.id', 'message.kind', 'message.circle_id'])
    .select(sql<string>`string_agg(i.topic, ' ' order by i.topic)`.as('topics'))
    .where('message.person_id', '=', personId)
    .groupBy('message.id')
    .orderBy('message.id')
    .execute();
  return rows.map(({ kind, circle_id, topics }) => ({ kind, circleId: circle_id, topics }));
}

const sent = async () => {
  const { rows } = await sql<{ key: string }>`
    select key from graphile_worker.jobs where task_identifier = 'send-message'`.execute(db);
  return rows.map(({ key }) => key);
};

afterEach(() => db.deleteFrom('inbox_item').execute());

test('what is due goes in one mail, with what waits for its window; and no second time', async () => {
  const { one, noorInOne, ruiInOne, noorInTwo } = await membersOf();
  await itemOf(noorInOne, 'note:1', { at: minutes(-60) });
  await itemOf(noorInTwo, 'note:2', { at: minutes(-1) });
  await itemOf(ruiInOne, 'note:1', { at: minutes(-60) });
  await itemOf(ruiInOne, 'note:3', { at: minutes(-20), mailAt: null });
  await sendDue({ now: minutes(-1) });
  expect(await writtenTo(noorInOne)).toEqual([]);
  await sendDue({ now: NOON });
  await sendDue({ now: minutes(1) });
  const both = { kind: 'bundle', circleId: null, topics: 'note:1 note:2' };
  expect(await writtenTo(noorInOne)).toEqual([both]);
  expect(await writtenTo(ruiInOne)).toEqual([
    { kind: 'bundle', circleId: one.id, topics: 'note:1' },
  ]);
  expect(await waitingFor(noorInTwo)).toEqual({ 'note:2': 'never' });
  const { rows } = await sql<{ key: string }>`
    select 'message:' || id as key from message where person_id in
      (${noorInOne.personId}, ${ruiInOne.personId})`.execute(db);
  expect(await sent()).toEqual(expect.arrayContaining(rows.map(({ key }) => key)));
});

test('what was read, is held, or belongs to a closed account or a circle at rest is in none', async () => {
  const { one, noorInOne, ruiInOne, noorInTwo } = await membersOf();
  for (const topic of ['note:1', 'note:2', 'note:3']) {
    await itemOf(noorInTwo, topic, { at: minutes(-60) });
  }
  await itemOf(noorInOne, 'note:4', { at: minutes(-60) });
  await itemOf(ruiInOne, 'note:4', { at: minutes(-60) });
  const update = db.updateTable('inbox_item');
  await update.set({ read_at: NOON }).where('topic', '=', 'note:1').execute();
  await update.set({ held: true }).where('topic', '=', 'note:2').execute();
  await archiveCircle(one.host);
  await sendDue({ now: NOON });
  expect(await writtenTo(noorInOne)).toMatchObject([{ topics: 'note:3' }]);
  expect(await writtenTo(ruiInOne)).toEqual([]);
  await db.insertInto('person_deactivation').values({ person_id: noorInTwo.personId }).execute();
  await itemOf(noorInTwo, 'note:5', { at: minutes(-60) });
  await sendDue({ now: minutes(1) });
  expect(await writtenTo(noorInOne)).toHaveLength(1);
  // Whatever becomes of them: it is not looked at again each minute.
  expect(await waitingFor(noorInTwo)).toMatchObject({ 'note:5': 'never' });
});

test('volumes and hours decide, as they are now', async () => {
  const { noorInOne, ruiInOne, noorInTwo } = await membersOf();
  const now = minutes(-90);
  await setVolume(noorInOne, 'digest', { now });
  await setVolume(ruiInOne, 'nothing', { now });
  const quiet = { from: 11 * 60, to: 13 * 60 };
  await setHours(noorInTwo.viewer, { days: [3], hour: 14, quiet, version: 0 }, { now });
  await itemOf(noorInOne, 'note:1', { at: minutes(-60) });
  await itemOf(noorInTwo, 'note:2', { at: minutes(-60) });
  await itemOf(ruiInOne, 'note:1', { at: minutes(-60) });
  await sendDue({ now: NOON });
  expect(await waitingFor(noorInOne)).toEqual({ 'note:1': minutes(120).toISOString() });
  expect(await waitingFor(noorInTwo)).toEqual({ 'note:2': minutes(60).toISOString() });
  expect(await waitingFor(ruiInOne)).toEqual({ 'note:1': 'never' });
  await sendDue({ now: minutes(59) });
  expect(await writtenTo(noorInOne)).toEqual([]);
  await sendDue({ now: minutes(60) });
  await sendDue({ now: minutes(120) });
  expect(await writtenTo(noorInOne)).toMatchObject([
    { kind: 'bundle', topics: 'note:2' },
    { kind: 'digest', topics: 'note:1' },
  ]);
});

test('a clock that is a week ahead sends one mail, not one for each day', async () => {
  const { noorInOne } = await membersOf();
  await setVolume(noorInOne, 'digest', { now: minutes(-60) });
  for (let day = 0; day < 7; day++) {
    await itemOf(noorInOne, `note:${day}`, { at: minutes(day * 24 * 60) });
  }
  await sendDue({ now: minutes(14 * 24 * 60) });
  expect(await writtenTo(noorInOne)).toHaveLength(1);
});

test('any number of sweeps at the same moment write one mail', async () => {
  const { noorInOne, noorInTwo, ruiInOne } = await membersOf();
  for (let n = 0; n < 20; n++) {
    await itemOf(noorInOne, `note:${n}`, { at: minutes(-60) });
    await itemOf(noorInTwo, `note:${n}`, { at: minutes(-n) });
    await itemOf(ruiInOne, `note:${n}`, { at: minutes(-60) });
  }
  await Promise.all(Array.from({ length: 8 }, (_, n) => sendDue({ now: new Date(+NOON + n) })));
  await sendDue({ now: minutes(1) });
  expect(await writtenTo(noorInOne)).toHaveLength(1);
  expect(await writtenTo(ruiInOne)).toHaveLength(1);
});

test('whoever is being told something at that moment is written to a minute later', async () => {
  const { noorInOne, ruiInOne } = await membersOf();
  await itemOf(noorInOne, 'note:1', { at: minutes(-60) });
  await itemOf(noorInOne, 'session:1', { at: minutes(-60) });
  await itemOf(ruiInOne, 'note:1', { at: minutes(-60) });
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('inbox_item')
      .set({ read_at: NOON })
      .where('person_id', '=', noorInOne.personId)
      .where('topic', '=', 'note:1')
      .execute();
    await sendDue({ now: NOON });
    expect(await writtenTo(noorInOne)).toEqual([]);
    expect(await writtenTo(ruiInOne)).toHaveLength(1);
  });
  await sendDue({ now: minutes(1) });
  expect(await writtenTo(noorInOne)).toMatchObject([{ topics: 'session:1' }]);
});

test('a sweep that breaks off leaves everything as it was, for the next', async () => {
  const { noorInOne } = await membersOf();
  await itemOf(noorInOne, 'note:1', { at: minutes(-60) });
  const unkeyed = sql`alter table graphile_worker._private_jobs
    add constraint broken check (key is null or key not like 'message:%') not valid`;
  await unkeyed.execute(db);
  try {
    await expect(sendDue({ now: NOON })).rejects.toThrow('broken');
  } finally {
    await sql`alter table graphile_worker._private_jobs drop constraint broken`.execute(db);
  }
  expect(await writtenTo(noorInOne)).toEqual([]);
  expect(await waitingFor(noorInOne)).toEqual({ 'note:1': NOON.toISOString() });
  await sendDue({ now: minutes(1) });
  expect(await writtenTo(noorInOne)).toMatchObject([{ topics: 'note:1' }]);
});

test('thousands of people at once get one mail each', async () => {
  const { one } = await membersOf();
  await sql`
    with p as (
      insert into person (name, email, password_hash, time_zone)
      select 'Sam', 'due-' || n || '@example.org', '-', 'UTC' from generate_series(1, 2000) n
      returning id
    )
    insert into inbox_item (circle_id, person_id, topic, kind, for_you, at, mail_at)
    select ${one.id}, p.id, 'request:' || n, 'note', false, ${NOON}, ${NOON}
    from p, generate_series(1, 2) n`.execute(db);
  await sendDue({ now: NOON });
  const { rows } = await sql<{ messages: number; people: number; items: number }>`
    select count(distinct m.id) as messages, count(distinct m.person_id) as people, count(*) as items
    from message m join inbox_item i on i.message_id = m.id and i.person_id = m.person_id
    where i.topic like 'request:%' and m.circle_id = ${one.id}`.execute(db);
  expect(rows).toEqual([{ messages: 2000, people: 2000, items: 4000 }]);
});
