import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { lockedAsk, writeText } from '#app/mentoring/asks/rows/ask-row.server.ts';
import { answerQuestion } from '#app/mentoring/offers/commands/answer-question.server.ts';
import { remindAsker } from '#app/mentoring/offers/commands/remind-asker.server.ts';
import { setAside } from '#app/mentoring/offers/commands/set-aside.server.ts';
import { offerAfter } from '#app/mentoring/offers/rules/offer.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { member } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { answersOf, askInCircle, askRow, bringTo, later, now, offerRow, take } from './answers.ts';
import { asAsker, conversationOf, openAsk } from './scene.ts';

const asks = acrossCircles(db, 'an ask is its asker’s');
const states = ['none', 'made', 'taken', 'not_now', 'withdrawn'] as const;

describe('every act in every state leads where the table says, or is refused', () => {
  test.each(states)('from %s', async (state) => {
    const acts = {
      help: 'help',
      save: 'help',
      postpone: 'notNow',
      withdraw: 'withdraw',
    } as const;
    for (const act of Object.keys(acts) as (keyof typeof acts)[]) {
      if ((act === 'save') !== (state === 'made') && acts[act] === 'help') continue;
      const scene = await askInCircle();
      await bringTo(state, scene);
      const expected = offerAfter(state, act);
      const says = answersOf(scene.rui, scene.askId, later(1));
      const done =
        acts[act] === 'help'
          ? await says.help({ faced: 'I handed one over in May.' })
          : acts[act] === 'notNow'
            ? await says.notNow({ until: '2099-02-01' })
            : await says.withdraw();
      // What was taken back is taken back the second time, too.
      const again = state === 'withdrawn' && act === 'withdraw';
      expect([act, done.ok]).toEqual([act, expected !== null || again]);
      expect([act, (await offerRow(scene.askId, scene.rui))?.state ?? 'none']).toEqual([
        act,
        expected ?? state,
      ]);
    }
  });

  test.each(states)('taking from %s', async (state) => {
    const scene = await askInCircle();
    await bringTo(state, scene);
    const offer = await offerRow(scene.askId, scene.rui);
    if (!offer) return;
    const taken = await take(scene.noor, scene.rui, scene.askId);
    expect(taken.ok).toBe(state === 'made' || state === 'taken');
    expect((await offerRow(scene.askId, scene.rui))?.state).toBe(taken.ok ? 'taken' : state);
  });
});

describe('an answer', () => {
  test('is one, however often it is sent', async () => {
    const { rui, askId } = await askInCircle();
    const says = answersOf(rui, askId);
    const first = { version: 1, answered: 0 };
    const faced = 'I handed one over in **May**.';
    const one = await says.help({ ...first, faced });
    expect(await says.help({ ...first, faced })).toEqual(one);
    expect(await offerRow(askId, rui)).toMatchObject({ version: 1, faced, state: 'made' });
    expect((await offerRow(askId, rui))?.faced_html).toContain('<strong>May</strong>');
  });

  test('sent twice at once is one', async () => {
    const { rui, askId } = await askInCircle();
    const says = answersOf(rui, askId);
    const first = { version: 1, answered: 0 };
    const both = await Promise.all([says.help(first), says.help(first)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await offerRow(askId, rui)).toMatchObject({ version: 1, state: 'made' });
  });

  test('of an older tab does not undo what was answered since', async () => {
    const { rui, askId } = await askInCircle();
    const says = answersOf(rui, askId);
    await says.help({ faced: 'In May.' });
    const old = { version: 1, answered: 0 };
    expect(await says.notNow(old)).toEqual({ ok: false, reason: 'answered' });
    expect(await says.help({ ...old, faced: 'In June.' })).toEqual({
      ok: false,
      reason: 'answered',
    });
    expect(await offerRow(askId, rui)).toMatchObject({ faced: 'In May.', state: 'made' });
  });

  test('keeps what was written with it when it is taken back', async () => {
    const { rui, askId } = await askInCircle();
    const says = answersOf(rui, askId);
    await says.help({ faced: 'In May.' });
    await says.withdraw();
    expect(await offerRow(askId, rui)).toMatchObject({ faced: 'In May.', state: 'withdrawn' });
  });

  test('to an ask that was edited since it was read is shown again', async () => {
    const { noor, rui, askId } = await askInCircle();
    const asker = (await asAsker(noor, askId)) ?? expect.fail();
    await db.transaction().execute(async (tx) => {
      const row = (await lockedAsk(tx, asker)) ?? expect.fail();
      const text = { title: 'Who takes the rota?', body: 'In June.', neededBy: null };
      await writeText(tx, row, { ...text, html: '<p>In June.</p>' }, now);
    });
    const says = answersOf(rui, askId);
    const read = { version: 1 };
    const edited = { ok: false, reason: 'edited' };
    expect(await says.help(read)).toEqual(edited);
    expect(await says.notNow(read)).toEqual(edited);
    expect(await says.question(read)).toEqual(edited);
    expect(await offerRow(askId, rui)).toBeUndefined();
    expect(await says.help({ version: 2 })).toMatchObject({ ok: true });
  });

  test('to an ask that went to more people since it was read is taken', async () => {
    const { rui, askId } = await askInCircle();
    await asks.updateTable('ask').set({ version: 2 }).where('id', '=', askId).execute();
    expect(await answersOf(rui, askId).help({ version: 1 })).toMatchObject({ ok: true });
    expect(await answersOf(rui, askId).help({ version: 3, faced: 'In May.' })).toEqual({
      ok: false,
      reason: 'edited',
    });
  });

  test('to one’s own ask is refused', async () => {
    const { noor, askId } = await askInCircle();
    const says = answersOf(noor, askId);
    const own = { ok: false, reason: 'own' };
    expect([await says.help(), await says.notNow(), await says.question()]).toEqual([
      own,
      own,
      own,
    ]);
  });

  test('to an ask that is closed is refused', async () => {
    const { rui, askId } = await askInCircle();
    await asks
      .updateTable('ask')
      .set({ state: 'closed', closed_at: now, closed_as: 'unneeded' })
      .where('id', '=', askId)
      .execute();
    const says = answersOf(rui, askId);
    const closed = { ok: false, reason: 'closed' };
    expect([await says.help(), await says.notNow(), await says.question()]).toEqual([
      closed,
      closed,
      closed,
    ]);
  });

  test('in a circle that is archived is refused', async () => {
    const { circle, ines, rui, askId } = await askInCircle();
    const host = await member(ines, circle.slug);
    await archiveCircle(host as Parameters<typeof archiveCircle>[0]);
    expect(await answersOf(rui, askId).help()).toEqual({ ok: false, reason: 'unreached' });
  });

  test('not now takes a day to come, on their own clock', async () => {
    const { rui, askId } = await askInCircle();
    const says = answersOf(rui, askId);
    expect(await says.notNow({ until: '2098-09-02' })).toEqual({ ok: false, reason: 'past' });
    expect(await says.notNow({ until: '2098-09-03' })).toMatchObject({ ok: true });
  });

  test('ends the silence that was counted, whichever it is', async () => {
    for (const act of ['help', 'notNow', 'question'] as const) {
      const { rui, askId } = await askInCircle();
      await db
        .insertInto('helping')
        .values({ person_id: rui.personId, unanswered: 3, resting_since: now })
        .execute();
      await answersOf(rui, askId)[act]();
      const row = await db
        .selectFrom('helping')
        .select(['unanswered', 'resting_since'])
        .where('person_id', '=', rui.personId)
        .executeTakeFirstOrThrow();
      expect([act, row]).toEqual([act, { unanswered: 0, resting_since: null }]);
    }
  });
});

describe('a question', () => {
  test('is one, and other words under its key are refused', async () => {
    const { rui, askId } = await askInCircle();
    const says = answersOf(rui, askId);
    const submissionKey = randomUUID();
    const one = await says.question({ submissionKey });
    expect(one).toMatchObject({ ok: true });
    expect(await says.question({ submissionKey })).toEqual(one);
    expect(await says.question({ submissionKey, body: 'And since when?' })).toEqual({
      ok: false,
      reason: 'another',
    });
  });

  test('is answered once', async () => {
    const { noor, rui, askId } = await askInCircle();
    const asked = await answersOf(rui, askId).question();
    if (!asked.ok) return expect.fail();
    const asker = (await asAsker(noor, askId)) ?? expect.fail();
    const { questionId } = asked;
    expect(await answerQuestion(asker, questionId, { answer: 'Four.' })).toEqual({ ok: true });
    expect(await answerQuestion(asker, questionId, { answer: 'Four.' })).toEqual({ ok: true });
    expect(await answerQuestion(asker, questionId, { answer: 'Five.' })).toEqual({
      ok: false,
      reason: 'answered',
    });
    expect(await answerQuestion(asker, 999_999, { answer: 'Four.' })).toEqual({
      ok: false,
      reason: 'none',
    });
  });
});

describe('taking an offer up', () => {
  test('begins one conversation, closes the ask and thanks the others', async () => {
    const { noor, rui, priya, askId } = await askInCircle();
    await answersOf(rui, askId).help();
    await answersOf(priya, askId).help();
    const taken = await take(noor, rui, askId);
    expect(await take(noor, rui, askId)).toEqual(taken);
    expect(await askRow(askId)).toMatchObject({ state: 'closed', closed_as: 'found' });
    expect(await offerRow(askId, priya)).toMatchObject({ state: 'made', set_aside_at: now });
    expect(await conversations(askId)).toHaveLength(1);
  });

  test('twice at once begins one conversation', async () => {
    const { noor, rui, askId } = await askInCircle();
    await answersOf(rui, askId).help();
    const both = await Promise.all([take(noor, rui, askId), take(noor, rui, askId)]);
    expect(both[0]).toMatchObject({ ok: true });
    expect(both[1]).toEqual(both[0]);
    expect(await conversations(askId)).toHaveLength(1);
  });

  test('leaves the ask open where its asker says so', async () => {
    const { noor, rui, askId } = await askInCircle();
    await answersOf(rui, askId).help();
    await take(noor, rui, askId, 'open');
    expect(await askRow(askId)).toMatchObject({ state: 'open' });
  });

  test('also of one who was thanked, once help was found', async () => {
    const { noor, rui, priya, askId } = await askInCircle();
    await answersOf(rui, askId).help();
    await answersOf(priya, askId).help();
    await take(noor, rui, askId);
    expect(await take(noor, priya, askId)).toMatchObject({ ok: true });
    expect(await offerRow(askId, priya)).toMatchObject({ state: 'taken', set_aside_at: null });
  });

  test('of an ask that ended otherwise is refused until it is opened again', async () => {
    const { noor, rui, askId } = await askInCircle();
    await answersOf(rui, askId).help();
    await asks
      .updateTable('ask')
      .set({ state: 'closed', closed_at: now, closed_as: 'expired' })
      .where('id', '=', askId)
      .execute();
    expect(await take(noor, rui, askId)).toEqual({ ok: false, reason: 'closed' });
  });

  test('of who closed their account, or whom the asker keeps out, is refused', async () => {
    const { noor, rui, priya, askId } = await askInCircle();
    await answersOf(rui, askId).help();
    await answersOf(priya, askId).help();
    await db
      .insertInto('person_deactivation')
      .values({ person_id: rui.personId, by_person_id: rui.personId })
      .execute();
    await db
      .insertInto('person_block')
      .values({ person_id: noor.personId, blocked_id: priya.personId })
      .execute();
    expect(await take(noor, rui, askId)).toEqual({ ok: false, reason: 'away' });
    expect(await take(noor, priya, askId)).toEqual({ ok: false, reason: 'away' });
  });
});

describe('whoever helps as many as they said', () => {
  test('offers no more, and what they offered is not taken up', async () => {
    const { noor, rui, askId } = await askInCircle();
    await answersOf(rui, askId).help();
    const other = await openAsk(noor, { to: { person: rui }, at: now });
    await conversationOf(noor, rui);
    await conversationOf(noor, rui);
    expect(await take(noor, rui, askId)).toEqual({ ok: false, reason: 'full' });
    expect(await offerRow(askId, rui)).toMatchObject({ state: 'made' });
    expect(await answersOf(rui, other).help()).toEqual({ ok: false, reason: 'full' });
    // Nothing keeps them from the other two answers.
    expect(await answersOf(rui, other).notNow()).toMatchObject({ ok: true });
  });

  test('counts what is not ended, and as many as they set', async () => {
    const { noor, rui, askId } = await askInCircle();
    const at_once = 1;
    await db.insertInto('helping').values({ person_id: rui.personId, at_once }).execute();
    const { id } = await conversationOf(noor, rui);
    expect(await answersOf(rui, askId).help()).toEqual({ ok: false, reason: 'full' });
    await db
      .updateTable('conversation')
      .set({ ended_at: now, ended_by: rui.personId })
      .where('id', '=', id)
      .execute();
    expect(await answersOf(rui, askId).help()).toMatchObject({ ok: true });
  });

  test('has one last place, also for two who would take it at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { circle, noor, priya, rui, askId } = await askInCircle();
      const to = { circleId: circle.id };
      const hers = await openAsk(priya, { to, at: now });
      await answersOf(rui, askId).help();
      await answersOf(rui, hers).help();
      await conversationOf(noor, rui);
      // Whether or not they ever said how much they take on.
      const says = { person_id: rui.personId, at_once: 2 };
      if (round % 2) await db.insertInto('helping').values(says).execute();
      const both = await Promise.all([take(noor, rui, askId), take(priya, rui, hers)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.filter((one) => !one.ok && one.reason === 'full')).toHaveLength(1);
    }
  });
});

describe('what the asker does with an answer', () => {
  test('thanks, not this time: once, and the offer stays', async () => {
    const { noor, rui, askId } = await askInCircle();
    await answersOf(rui, askId).help();
    const asker = (await asAsker(noor, askId)) ?? expect.fail();
    const { id } = (await offerRow(askId, rui)) ?? expect.fail();
    expect(await setAside(asker, id, { now })).toEqual({ ok: true });
    expect(await setAside(asker, id, { now: later(1) })).toEqual({ ok: true });
    expect(await offerRow(askId, rui)).toMatchObject({ state: 'made', set_aside_at: now });
    expect(await setAside(asker, 999_999)).toEqual({ ok: false, reason: 'gone' });
  });

  test('wants to hear on that day, of a “not now” alone', async () => {
    const { noor, rui, priya, askId } = await askInCircle();
    await answersOf(rui, askId).notNow();
    await answersOf(priya, askId).help();
    const asker = (await asAsker(noor, askId)) ?? expect.fail();
    const [his, hers] = [await offerRow(askId, rui), await offerRow(askId, priya)];
    expect(await remindAsker(asker, his?.id ?? 0, { remind: 'yes' })).toEqual({ ok: true });
    expect(await offerRow(askId, rui)).toMatchObject({ remind: true });
    expect(await remindAsker(asker, hers?.id ?? 0, { remind: 'yes' })).toEqual({
      ok: false,
      reason: 'gone',
    });
    // Changed to another answer, it is reminded of no more.
    await answersOf(rui, askId).help();
    expect(await offerRow(askId, rui)).toMatchObject({ remind: false, until: null });
  });
});

const conversations = (askId: number) =>
  db.selectFrom('conversation').select('id').where('ask_id', '=', askId).execute();
