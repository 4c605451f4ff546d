import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { keepAsk } from '#app/mentoring/asks/commands/keep-ask.server.ts';
import { sendAsk } from '#app/mentoring/asks/commands/send-ask.server.ts';
import type { EditAskInput } from '#app/mentoring/asks/forms.ts';
import type { Audience } from '#app/mentoring/asks/queries/audience-view.ts';
import { audiencesOf } from '#app/mentoring/asks/queries/audiences.server.ts';
import { askToWrite } from '#app/mentoring/asks/queries/rehearsal.server.ts';
import { digestsInField } from '#app/mentoring/asks/rules/reach.ts';
import { setRound } from '#app/sessions/agenda/commands/set-round.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { asAsker, asReader, conversationOf, openAsk } from './scene.ts';

let circle: CastCircle;
let noor: Viewer;
let rui: Viewer;
let priya: Viewer;
let askId: number;

beforeEach(async () => {
  [noor, rui, priya] = await Promise.all([person('Noor'), person('Rui'), person('Priya')]);
  circle = await circleOf({ members: [noor, rui, priya] });
  askId = await draftOf(noor);
});

async function draftOf(who: Viewer, given: Parameters<typeof openAsk>[1] = {}) {
  const id = await openAsk(who, given);
  await db
    .updateTable('ask')
    .set({ state: 'draft', opened_at: null })
    .where('id', '=', id)
    .execute();
  return id;
}

const asker = async () => (await asAsker(noor, askId)) ?? expect.fail('it is Noor’s');
const audiences = async () => audiencesOf(await asker());

const groups = ({ sessions, circles, all, site }: Awaited<ReturnType<typeof audiences>>) =>
  [...sessions, ...circles, all, site].filter((one): one is Audience => one !== null);

/** The form as its page holds it now. */
async function form(to: string, given: Partial<EditAskInput> = {}): Promise<EditAskInput> {
  const proof = await asker();
  const ask = await askToWrite(proof);
  if (!ask) return expect.fail('it is there');
  const { title, body, neededBy, version } = ask;
  const named = digestsInField(groups(await audiencesOf(proof)));
  return { title, body, neededBy, version, to, person: '', named, act: 'send', ...given };
}

const send = async (to: string, given: Partial<EditAskInput> = {}) =>
  sendAsk(await asker(), await form(to, given));

const toRui = () => send('person', { person: String(rui.personId) });

const stateOf = async () => {
  const row = await db
    .selectFrom('ask')
    .select(['state', 'title'])
    .where('id', '=', askId)
    .executeTakeFirstOrThrow();
  const reach = await db.selectFrom('ask_reach').selectAll().where('ask_id', '=', askId).execute();
  return { ...row, reach };
};

const expectDraft = async () =>
  expect(await stateOf()).toMatchObject({ state: 'draft', reach: [] });

describe('who would read it', () => {
  test('is named: one by one, the circle, and all my circles where I have several', async () => {
    const one = await audiences();
    expect(one.people.map(({ name }) => name)).toEqual(['Ines', 'Priya', 'Rui']);
    expect(one.circles.map(({ people }) => people.map(({ name }) => name))).toEqual([
      ['Ines', 'Priya', 'Rui'],
    ]);
    expect(one.all).toBeNull();
    const other = await circleOf({
      name: 'Another',
      host: await person('Sam'),
      members: [noor, rui],
    });
    const two = await audiences();
    expect(two.circles).toHaveLength(2);
    expect(two.all?.people.map(({ name }) => name)).toEqual(['Ines', 'Priya', 'Rui', 'Sam']);
    await archiveCircle(other.host);
    expect((await audiences()).circles).toHaveLength(1);
  });

  test('is nobody whose account is closed, nor whom one of the two has blocked', async () => {
    await db
      .insertInto('person_deactivation')
      .values({ person_id: priya.personId, by_person_id: priya.personId })
      .execute();
    await db
      .insertInto('person_block')
      .values({ person_id: rui.personId, blocked_id: noor.personId })
      .execute();
    const { circles, people } = await audiences();
    expect(circles[0]?.people.map(({ name }) => name)).toEqual(['Ines']);
    // What only Rui knows reads as if he were full.
    expect(people.find(({ name }) => name === 'Rui')?.not).toBe('Rui takes no more for now.');
  });

  test('warns the asker alone of whom they keep apart, by name only where they named them', async () => {
    await db
      .insertInto('keep_apart')
      .values([
        { person_id: noor.personId, other_id: rui.personId },
        { person_id: noor.personId, address: priya.email, address_key: priya.email.toLowerCase() },
        { person_id: rui.personId, other_id: noor.personId },
      ])
      .execute();
    const { circles, people } = await audiences();
    expect(circles[0]?.apart).toEqual({ names: ['Rui'], unnamed: true });
    expect(people.map(({ name, apart }) => [name, apart])).toEqual([
      ['Ines', false],
      ['Priya', false],
      ['Rui', true],
    ]);
    askId = await draftOf(rui);
    const his = await audiencesOf((await asAsker(rui, askId)) ?? expect.fail());
    expect(his.circles[0]?.apart).toEqual({ names: ['Noor'], unnamed: false });
    askId = await draftOf(priya);
    const hers = await audiencesOf((await asAsker(priya, askId)) ?? expect.fail());
    expect(hers.circles[0]?.apart).toEqual({ names: [], unnamed: false });
  });
});

describe('sending', () => {
  test('to one person: they read it, and nobody else', async () => {
    expect(await toRui()).toEqual({ ok: true, repeated: false });
    expect(await stateOf()).toMatchObject({
      state: 'open',
      reach: [{ kind: 'person', person_id: rui.personId }],
    });
    expect(await asReader(rui, askId)).not.toBeNull();
    expect(await asReader(priya, askId)).toBeNull();
  });

  test('to the circle, with what was typed and not kept before', async () => {
    const sent = await send(`circle-${circle.id}`, { title: 'Typed a moment ago' });
    expect(sent).toEqual({ ok: true, repeated: false });
    expect(await stateOf()).toMatchObject({
      ...{ state: 'open', title: 'Typed a moment ago' },
      reach: [{ kind: 'circle', circle_id: circle.id }],
    });
    expect(await asReader(priya, askId)).not.toBeNull();
  });

  test('to all my circles is a step to each', async () => {
    const other = await circleOf({ members: [noor] });
    expect(await send('circles')).toMatchObject({ ok: true });
    const { reach } = await stateOf();
    expect(reach.map(({ circle_id }) => circle_id).sort()).toEqual([circle.id, other.id].sort());
  });

  test('to the next session puts its title on the agenda, with ten minutes', async () => {
    const sessionId = await sessionIn(circle.host, {}, { now: new Date() });
    expect(await send(`session-${circle.id}-${sessionId}`)).toMatchObject({ ok: true });
    const item = await db
      .selectFrom('agenda_item')
      .selectAll()
      .where('session_id', '=', sessionId)
      .orderBy('position', 'desc')
      .executeTakeFirstOrThrow();
    expect(item).toMatchObject({ title: 'How do I hand over the on-call rota?', minutes: 10 });
    expect((await stateOf()).reach).toMatchObject([
      { kind: 'session', session_id: sessionId, agenda_item_id: item.id },
    ]);
    expect(await asReader(rui, askId)).not.toBeNull();
  });

  test('to a session stands before the card that closes it', async () => {
    const closing = { deck: 'closing-and-commitments', card: 'your-fifteen-percent' };
    const agenda = [
      { title: 'Check-in', minutes: 10, deck: null, card: null },
      { title: 'Your fifteen percent', minutes: 10, ...closing },
    ];
    const sessionId = await sessionIn(circle.host, { agenda }, { now: new Date() });
    expect(await send(`session-${circle.id}-${sessionId}`)).toMatchObject({ ok: true });
    await setRound(circle.host, sessionId);
    const items = await db
      .selectFrom('agenda_item')
      .select(['title', 'card'])
      .where('session_id', '=', sessionId)
      .orderBy('position')
      .execute();
    expect(items.map(({ title, card }) => card ?? title)).toEqual([
      ...['Check-in', 'How do I hand over the on-call rota?'],
      ...['one-ask-each', 'read-round', 'who-helps-whom', 'your-fifteen-percent'],
    ]);
  });

  test('twice, and twice at once, is once', async () => {
    const filled = await form('person', { person: String(rui.personId) });
    const proof = await asker();
    const sent = await Promise.all([sendAsk(proof, filled), sendAsk(proof, filled)]);
    expect(sent.map(({ ok }) => ok)).toEqual([true, true]);
    expect(sent.filter((one) => one.ok && one.repeated)).toHaveLength(1);
    expect((await stateOf()).reach).toHaveLength(1);
  });

  test('more people later, with the text read again', async () => {
    await toRui();
    expect(await send(`circle-${circle.id}`)).toEqual({ ok: true, repeated: false });
    expect((await stateOf()).reach.map(({ kind }) => kind)).toEqual(['person', 'circle']);
    const { circles, people } = await audiences();
    expect(circles[0]?.reached).toBe(true);
    expect(people.find(({ id }) => id === rui.personId)?.reached).toBe(true);
  });
});

describe('beyond circles', () => {
  const about = (who: Viewer, ask_me_about: string) =>
    db.updateTable('person').set({ ask_me_about }).where('id', '=', who.personId).execute();

  const named = async () => (await audiences()).site;

  test('it goes to whose “ask me about” fits, each named with the words, and to nobody of a circle', async () => {
    const [amara, sam, lena] = await Promise.all([person('Amara'), person('Sam'), person('Lena')]);
    const words = `zygomorphic${amara.personId}`;
    await db
      .updateTable('ask')
      .set({ body: `About ${words} rotations` })
      .where('id', '=', askId)
      .execute();
    await about(amara, `Rotas, ${words}`);
    await about(sam, 'Gardening');
    await about(rui, words);
    await about(lena, words);
    await db
      .insertInto('helping')
      .values({ person_id: lena.personId, beyond_circles: false })
      .execute();
    expect(await named()).toMatchObject({
      people: [{ id: amara.personId, name: 'Amara' }],
      fits: { [amara.personId]: ['Rotas', words] },
    });
    expect(await send('site')).toEqual({ ok: true, repeated: false });
    expect((await stateOf()).reach).toMatchObject([{ kind: 'site', person_id: amara.personId }]);
    expect(await asReader(amara, askId)).not.toBeNull();
    expect(await named()).toBeNull();
  });

  test('nobody who keeps the asker apart, or is kept apart, is among them', async () => {
    const [amara, sam] = [await person('Amara'), await person('Sam')];
    const words = `xylograph${amara.personId}`;
    await db.updateTable('ask').set({ title: words, body: '' }).where('id', '=', askId).execute();
    await about(amara, words);
    await about(sam, words);
    await db
      .insertInto('keep_apart')
      .values([
        { person_id: amara.personId, other_id: noor.personId },
        { person_id: noor.personId, other_id: sam.personId },
      ])
      .execute();
    expect(await named()).toBeNull();
    expect(await send('site')).toMatchObject({ ok: false, reason: 'nobody-fits' });
    await expectDraft();
  });

  test('twelve at most, whom most fits first', async () => {
    const words = `quixotry${noor.personId}`;
    await db
      .updateTable('ask')
      .set({ title: `About ${words} velocity` })
      .where('id', '=', askId)
      .execute();
    const all = await Promise.all(Array.from({ length: 14 }, () => person('Amara')));
    for (const one of all) await about(one, words);
    const best = all.at(-1) ?? expect.fail();
    await about(best, `${words} and velocity`);
    const site = await named();
    expect(site?.people).toHaveLength(12);
    expect(site?.people[0]?.id).toBe(best.personId);
    expect(await send('site')).toMatchObject({ ok: true });
    expect((await stateOf()).reach).toHaveLength(12);
  });
});

describe('it cannot go, and stays a draft', () => {
  test('to nobody, to oneself, and to somebody there is not', async () => {
    expect(await send('')).toMatchObject({ reason: 'nobody-chosen' });
    expect(await send('person')).toMatchObject({ reason: 'nobody-chosen' });
    expect(await send(`person-${noor.personId}`)).toMatchObject({ reason: 'oneself' });
    const mallory = await person('Mallory');
    expect(await send(`person-${mallory.personId}`)).toMatchObject({ reason: 'no-person' });
    await expectDraft();
  });

  test('without a line to say', async () => {
    expect(await send('person', { person: String(rui.personId), title: '' })).toMatchObject({
      reason: 'untitled',
    });
    await expectDraft();
  });

  test.each([
    [
      'full',
      async () => {
        await conversationOf(priya, rui);
        await conversationOf(circle.host.viewer, rui);
      },
    ],
    ['out', () => helping({ at_once: 0 })],
    ['resting', () => helping({ resting_since: new Date() })],
    ['paused', () => helping({ paused_until: '2099-01-01' })],
  ])('to somebody who is %s, in words', async (why, arrange) => {
    await arrange();
    expect(await toRui()).toMatchObject({
      ...{ ok: false, reason: 'not-asked' },
      words: expect.stringMatching(why === 'paused' ? /takes no more until/ : /for now/),
    });
    await expectDraft();
  });

  const helping = async (given: object) =>
    void (await db
      .insertInto('helping')
      .values({ person_id: rui.personId, ...given })
      .execute());

  test('to somebody who left meanwhile; what was typed is kept', async () => {
    const filled = await form('person', { person: String(rui.personId), body: 'Typed on.' });
    await db.deleteFrom('membership').where('person_id', '=', rui.personId).execute();
    expect(await sendAsk(await asker(), filled)).toEqual({
      ...{ ok: false, reason: 'no-person', version: 2 },
    });
    await expectDraft();
    expect((await askToWrite(await asker()))?.body).toBe('Typed on.');
  });

  test('to others than the page named: they are shown again', async () => {
    const filled = await form(`circle-${circle.id}`);
    const lena = await person('Lena');
    await db
      .insertInto('membership')
      .values({ circle_id: circle.id, person_id: lena.personId, role: 'member' })
      .execute();
    expect(await sendAsk(await asker(), filled)).toMatchObject({ reason: 'others-now' });
    await expectDraft();
    expect(await send(`circle-${circle.id}`)).toMatchObject({ ok: true });
  });

  test('to a circle that is archived, or was left', async () => {
    const filled = await form(`circle-${circle.id}`);
    await archiveCircle(circle.host);
    expect(await sendAsk(await asker(), filled)).toMatchObject({ reason: 'no-circle' });
    await expectDraft();
  });

  test('to a session that is cancelled, or over', async () => {
    const sessionId = await sessionIn(circle.host, {}, { now: new Date() });
    const filled = await form(`session-${circle.id}-${sessionId}`);
    const years = new Date('2099-01-01T12:00:00Z');
    expect(await sendAsk(await asker(), filled, { now: years })).toMatchObject({ reason: 'over' });
    await cancelSession(circle.host, sessionId, { reason: '' });
    expect(await sendAsk(await asker(), filled)).toMatchObject({ reason: 'over' });
    await expectDraft();
    const items = db.selectFrom('agenda_item').select('title');
    expect(await items.where('session_id', '=', sessionId).execute()).toEqual([
      { title: 'Check-in' },
    ]);
  });

  test('from a page older than its text', async () => {
    const filled = await form('person', { person: String(rui.personId), body: 'An older tab.' });
    const { title, neededBy, version } = filled;
    await keepAsk(await asker(), { title, neededBy, version, body: 'A newer tab.' });
    expect(await sendAsk(await asker(), filled)).toMatchObject({
      ...{ ok: false, reason: 'changed', theirs: { body: 'A newer tab.' } },
    });
    await expectDraft();
  });
});
