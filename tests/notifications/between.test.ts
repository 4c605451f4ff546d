import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { tellPeople, tellPeopleAll } from '#app/notifications/commands/tell-people.server.ts';
import { untellPeople } from '#app/notifications/commands/untell-people.server.ts';
import {
  markInboxRead,
  unmarkInboxRead,
} from '#app/notifications/inbox/commands/mark-all-read.server.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { openInbox } from '#app/notifications/inbox/commands/open-inbox.server.ts';
import { tidyInboxes } from '#app/notifications/inbox/commands/tidy-inboxes.server.ts';
import { MarkInboxSchema } from '#app/notifications/inbox/forms.ts';
import { placeOf } from '#app/notifications/inbox/rules/pages.ts';
import { threadBy } from '#tests/discussions/notes.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { tripsOf } from '#tests/support/trips.ts';
import { untilWaiting } from '#tests/support/waiting.ts';
import { betweenOf, greet, letPeopleGreet } from './between.tsx';

letPeopleGreet();

let noor: Viewer;
let rui: Viewer;
let mallory: Viewer;
let circle: CastCircle;
beforeEach(async () => {
  [noor, rui, mallory] = [await person('Noor'), await person('Rui'), await person('Mallory')];
  circle = await circleOf({ members: [noor] });
});

const close = ({ personId }: Viewer) =>
  db.insertInto('person_deactivation').values({ person_id: personId }).execute();
const inbox = async (who: Viewer) => openInbox(await viewer(who), null);
const topicOf = ({ personId }: Viewer) => `greeting:${personId}`;

describe('what is between people', () => {
  test('is told to those it is for, in no circle, and to nobody else', async () => {
    await greet(rui, [noor, rui]);
    const { title, lede, parts } = await inbox(noor);
    expect([title, lede]).toEqual(['One thing today', 'It is for you.']);
    expect(parts).toMatchObject([
      {
        of: 'you',
        lines: [
          {
            ...{ title: 'Rui greets you', text: 'They say: Good morning.', fresh: 'new', of: null },
            to: `/account?of=${rui.personId}`,
          },
        ],
      },
    ]);
    for (const other of [rui, mallory, circle.host.viewer]) {
      expect((await inbox(other)).parts, other.name).toEqual([]);
    }
  });

  test('stands among what is for somebody, and by itself once it is read', async () => {
    const other = await circleOf({ members: [noor] });
    await threadBy(circle.host, { title: 'Delegating' });
    await threadBy(other.host, { title: 'Hiring' });
    await greet(rui, [noor]);
    const shown = async () =>
      (await inbox(noor)).parts.map(({ of, lines }) => [
        typeof of === 'string' ? of : of.name,
        ...lines.map(({ title, fresh }) => `${fresh ?? 'read'}: ${title}`),
      ]);
    expect((await shown())[0]).toEqual(['you', 'new: Rui greets you']);
    await markRead({ viewer: await viewer(noor), peek: false }, null, [topicOf(rui)]);
    const parts = await shown();
    expect(parts).toHaveLength(3);
    expect(parts).toContainEqual(['between', 'read: Rui greets you']);
  });

  test('is one line a thing, which says the latest and is new again', async () => {
    await greet(rui, [noor], { words: 'Good morning.' });
    await markRead({ viewer: await viewer(noor), peek: false }, null, [topicOf(rui)]);
    expect(await betweenOf(noor)).toEqual({ [topicOf(rui)]: 'read' });
    await greet(rui, [noor], { words: 'Good evening.' });
    const { parts } = await inbox(noor);
    expect(parts).toMatchObject([{ of: 'you', lines: [{ text: 'They say: Good evening.' }] }]);
  });

  test('is not told to closed accounts, and is taken back from whom it says', async () => {
    await close(mallory);
    await greet(rui, [noor, mallory, circle.host]);
    expect(await betweenOf(mallory)).toEqual({});
    await untellPeople(db, [noor.personId, mallory.personId], {
      ...{ occasion: 'greeting', thing: rui.personId },
    });
    expect(await betweenOf(noor)).toEqual({});
    expect(await betweenOf(circle.host)).toHaveProperty(topicOf(rui));
  });

  test('does not count once it is not to be seen any more', async () => {
    await greet(rui, [noor]);
    await close(rui);
    const reader = await viewer(noor);
    expect(reader.inbox.unread).toBe(1);
    const { title, parts } = await openInbox(reader, null);
    expect([title, parts, reader.inbox.unread]).toEqual(['Nothing new', [], 0]);
    expect((await viewer(noor)).inbox.unread).toBe(0);
  });

  test('and a thing of a circle by the same name are two', async () => {
    const at = new Date();
    const row = { person_id: noor.personId, kind: 'greeting', for_you: true, at };
    const topic = topicOf(rui);
    await db
      .insertInto('inbox_item')
      .values({ ...row, topic, circle_id: circle.id })
      .execute();
    await greet(rui, [noor]);
    await markRead({ viewer: await viewer(noor), peek: false }, null, [topic]);
    const unread = await db
      .selectFrom('inbox_item')
      .select('circle_id')
      .where('person_id', '=', noor.personId)
      .where('read_at', 'is', null)
      .execute();
    expect(unread).toEqual([{ circle_id: circle.id }]);
  });

  test('has no thread, no members and nothing that is not for its reader', async () => {
    const row = { person_id: noor.personId, topic: 'ask:1', kind: 'greeting', at: new Date() };
    const { threadId: thread_id } = await threadBy(circle.host);
    const tell = (of: { for_you: boolean; member_of?: number; thread_id?: number }) =>
      db
        .insertInto('inbox_item')
        .values({ ...row, ...of })
        .execute();
    await expect(tell({ for_you: false })).rejects.toThrow(/check constraint/);
    await expect(tell({ for_you: true, member_of: circle.id })).rejects.toThrow(/check constraint/);
    await expect(tell({ for_you: true, thread_id })).rejects.toThrow(/check constraint/);
    await tell({ for_you: true });
    await expect(tell({ for_you: true })).rejects.toThrow(/inbox_item_once/);
  });

  test('is told by one statement, however many they are', async () => {
    const many = await Promise.all([person('Sam'), person('Priya'), person('Tomasz')]);
    const [one, four] = await tripsOf(
      () => greet(mallory, [noor]),
      () => greet(rui, [noor]),
      () => greet(rui, [noor, ...many], { mail: 'greeting:1' }),
    );
    expect([one, four]).toEqual([
      { statements: 1, waves: 1 },
      { statements: 1, waves: 1 },
    ]);
  });

  test('several things are told at once, each to its own people', async () => {
    const said = (by: Viewer, words: string) => ({
      ...{ occasion: 'greeting' as const, thing: by.personId, by: by.personId, at: new Date() },
      detail: { words },
    });
    await tellPeopleAll(db, []);
    await tellPeopleAll(db, [
      [[noor.personId, mallory.personId], said(rui, 'Good morning.')],
      [[noor.personId, rui.personId, mallory.personId], said(mallory, 'Good evening.')],
    ]);
    expect(Object.keys(await betweenOf(noor))).toEqual([topicOf(rui), topicOf(mallory)].sort());
    expect(Object.keys(await betweenOf(rui))).toEqual([topicOf(mallory)]);
    expect(Object.keys(await betweenOf(mallory))).toEqual([topicOf(rui)]);
  });

  test('refuses a mail that does not say that it is between people', async () => {
    const mail = { message: 'mail-test' as const, given: {}, occasion: 'a test' };
    const told = tellPeople(db, [noor.personId], {
      ...{ occasion: 'greeting', thing: rui.personId, detail: { words: '' }, by: null },
      ...{ at: new Date(), mail },
    });
    await expect(told).rejects.toThrow('A message mail-test is not between people.');
  });
});

describe('two tellings at once', () => {
  test('of the same thing are one line, which says the later', async () => {
    let second: Promise<unknown> | undefined;
    await db.transaction().execute(async (tx) => {
      await sql`insert into inbox_item (person_id, topic, kind, thing_id, detail, for_you, at)
        values (${noor.personId}, ${topicOf(rui)}, 'greeting', ${rui.personId},
          '{"words": "Good morning."}', true, now())`.execute(tx);
      second = greet(rui, [noor], { words: 'Good evening.' });
      await untilWaiting(1);
    });
    await second;
    const { parts } = await inbox(noor);
    expect(parts.flatMap(({ lines }) => lines)).toMatchObject([
      { text: 'They say: Good evening.' },
    ]);
  });

  test('to the same people in another order wait for each other in one way', async () => {
    const people = [noor, mallory, await person('Tomasz'), await person('Amara')];
    const told = Array.from({ length: 12 }, (_, n) =>
      greet(rui, n % 2 ? people : [...people].reverse(), { words: `${n}` }),
    );
    await Promise.all(told);
    for (const who of people) expect(Object.keys(await betweenOf(who))).toEqual([topicOf(rui)]);
  });
});

describe('marking as read', () => {
  test('counts on every page until it was on the screen', async () => {
    await greet(rui, [noor]);
    const reader = await viewer(noor);
    const topics = [topicOf(rui)];
    await markRead({ viewer: reader, peek: true }, null, topics);
    await markRead({ viewer: reader, peek: false }, circle.slug, topics);
    await markRead({ viewer: await viewer(mallory), peek: false }, null, topics);
    expect((await viewer(noor)).inbox.unread).toBe(1);
    await markRead({ viewer: reader, peek: false }, null, ['greeting:*']);
    expect(reader.inbox.unread).toBe(0);
    expect((await viewer(noor)).inbox.unread).toBe(0);
  });

  test('all as it was shown takes it along, but for what happened since, and is undone', async () => {
    await threadBy(circle.host);
    await greet(rui, [noor]);
    await greet(mallory, [noor]);
    const cookie = await signInCookie(noor);
    const { body } = await ask('/inbox', { cookie });
    const items = /name="items" value="([^"]*)"/.exec(body)?.[1] ?? '';
    expect(items).toContain(`0/${topicOf(rui)}@`);
    await greet(mallory, [noor], { at: new Date(Date.now() + 1_000) });
    const marked = await ask('/inbox/marking', { cookie, form: { items } });
    expect(marked.status).toBe(303);
    expect(await betweenOf(noor)).toMatchObject({ [topicOf(rui)]: 'read' });
    expect((await viewer(noor)).inbox.unread).toBe(1);
    const notice = marked.cookies.find((one) => one.includes('octavo_notice'))?.split(';')[0];
    const next = await ask('/inbox', { cookie: `${cookie}; ${notice}` });
    const undo = /<form[^>]*action="(\/inbox\/marking\/undoing[^"]*)"/.exec(next.body)?.[1] ?? '';
    await ask(undo, { cookie, form: {} });
    expect((await viewer(noor)).inbox.unread).toBe(3);
  });

  test('only what is for somebody takes it along, a circle does not', async () => {
    await greet(rui, [noor]);
    const reader = await viewer(noor);
    const marking = (of: string) =>
      MarkInboxSchema.parse({ items: '', before: '9'.repeat(13), of });
    expect(await markInboxRead(reader, marking(String(circle.id)))).toBeNull();
    const at = await markInboxRead(reader, marking('you'));
    expect(await betweenOf(noor)).toEqual({ [topicOf(rui)]: 'read' });
    await unmarkInboxRead(reader, at ?? new Date(0));
    expect((await viewer(noor)).inbox.unread).toBe(1);
  });

  test('what was read before is paged through with everything else, each line once', async () => {
    const people = await Promise.all(Array.from({ length: 40 }, () => person('Sam')));
    const at = new Date();
    for (const who of people) await greet(who, [noor], { at });
    await threadBy(circle.host);
    await db.updateTable('inbox_item').set({ read_at: at, at }).execute();
    const reader = await viewer(noor);
    const first = await openInbox(reader, null);
    const rest = placeOf(new URLSearchParams({ before: first.older ?? '' }));
    const second = await openInbox(reader, rest);
    const all = [first, second].flatMap(({ parts }) => parts.flatMap(({ lines }) => lines));
    expect(second.older).toBeNull();
    expect(new Set(all.map(({ to }) => to)).size).toBe(41);
    expect(all).toHaveLength(41);
  });

  test('goes with what is tidied', async () => {
    const long = new Date(Date.now() - 400 * 86_400_000);
    await greet(rui, [noor, mallory], { at: long });
    await greet(mallory, [noor], { at: long });
    await db
      .updateTable('inbox_item')
      .set({ read_at: new Date() })
      .where('topic', '=', topicOf(mallory))
      .execute();
    await tidyInboxes();
    expect(await betweenOf(noor)).toEqual({ [topicOf(mallory)]: 'read' });
    expect(await betweenOf(mallory)).toEqual({});
  });
});

test('how much is new is still counted in an index alone', async () => {
  await greet(rui, [noor]);
  const { rows } = await db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    return sql<{ 'QUERY PLAN': string }>`
      explain select i.topic from inbox_item i
      where i.person_id = ${noor.personId} and i.read_at is null and not i.held
      limit 200`.execute(tx);
  });
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('Index Only Scan using inbox_item_unread');
});
