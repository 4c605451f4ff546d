import { describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import {
  tellOfAsk,
  tellOfClosing,
  tellOfReopening,
} from '#app/mentoring/asks/rows/tell-of-ask.server.ts';
import { answerQuestion } from '#app/mentoring/offers/commands/answer-question.server.ts';
import { setAside } from '#app/mentoring/offers/commands/set-aside.server.ts';
import { itemsOf } from '#app/notifications/inbox/queries/items.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { mailTo, runJobs } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { answersOf, askInCircle, later, now, offerRow, take } from './answers.ts';
import { asAsker, openAsk } from './scene.ts';

const asks = acrossCircles(db, 'an ask is its asker’s');

const send = async (askId: number) => {
  const rows = await asks
    .selectFrom('ask_reach')
    .select('id')
    .where('ask_id', '=', askId)
    .execute();
  const ids = rows.map(({ id }) => id);
  await db.transaction().execute((tx) => tellOfAsk(tx, askId, ids, now));
};

/** The lines of somebody's inbox, newest first: what they say, and whether they are new. */
async function inboxOf(who: Viewer) {
  const items = await itemsOf(await viewer(who), 'true', []);
  return items.map(({ title, text, to }) => `${title} | ${text} | ${to}`);
}

const direct = async () => {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const circle = await circleOf({ members: [noor, rui] });
  const askId = await openAsk(noor, { to: { person: rui }, at: now });
  await send(askId);
  return { circle, noor, rui, askId };
};

describe('an ask is told', () => {
  test('to a circle in the circle, once to who is in two, and not to its asker', async () => {
    const { noor, rui, ines, askId } = await askInCircle();
    const other = await circleOf({ members: [noor, rui] });
    await asks
      .insertInto('ask_reach')
      .values({ ask_id: askId, kind: 'circle', circle_id: other.id })
      .execute();
    await send(askId);
    const line = `How do I hand over the on-call rota? | Noor asks Tuesday leads. | /asks/${askId}`;
    expect(await inboxOf(rui)).toEqual([line]);
    expect(await inboxOf(ines)).toEqual([line]);
    expect(await inboxOf(noor)).toEqual([]);
    await runJobs();
    expect(await mailTo(rui.email)).toEqual([]);
  });

  test('to somebody alone between people, with its text and three links in a mail', async () => {
    const { rui, askId, noor } = await direct();
    expect(await inboxOf(rui)).toEqual([
      `How do I hand over the on-call rota? | Noor asks you. | /asks/${askId}`,
    ]);
    const [mail] = await mailTo(rui.email);
    expect(mail?.subject).toBe('Noor asks you: How do I hand over the on-call rota?');
    expect(mail?.text).toContain('In May I promised it.');
    expect(mail?.links.filter((link) => link.includes('/answer/'))).toHaveLength(3);
    expect(mail?.text).not.toContain(noor.email);
  });

  test('to nobody whom one of the two keeps out', async () => {
    const { rui, priya, noor, askId } = await askInCircle();
    const block = (who: Viewer, whom: Viewer) =>
      db
        .insertInto('person_block')
        .values({ person_id: who.personId, blocked_id: whom.personId })
        .execute();
    await block(noor, rui);
    await block(priya, noor);
    await send(askId);
    expect([await inboxOf(rui), await inboxOf(priya)]).toEqual([[], []]);
  });

  test('and says no more than its title to who may read it, and nothing to who may not', async () => {
    const { rui, askId } = await direct();
    await acrossCircles(db, 'a test')
      .deleteFrom('membership')
      .where('person_id', '=', rui.personId)
      .execute();
    expect(await inboxOf(rui)).toEqual([]);
    expect(await mailTo(rui.email)).toEqual([]);
    expect(askId).toBeGreaterThan(0);
  });

  test('by a mail that is not sent any more once it is answered or closed', async () => {
    const one = await direct();
    await answersOf(one.rui, one.askId).notNow();
    expect(await mailTo(one.rui.email)).toEqual([]);
    const other = await direct();
    await asks
      .updateTable('ask')
      .set({ state: 'closed', closed_at: now, closed_as: 'unneeded' })
      .where('id', '=', other.askId)
      .execute();
    expect(await mailTo(other.rui.email)).toEqual([]);
  });
});

describe('an answer is told its asker', () => {
  test('an offer by a mail of its own, which has nothing of what it opens with', async () => {
    const { noor, rui, askId } = await direct();
    await answersOf(rui, askId).help({ faced: 'A canary of mine sang in May.' });
    expect(await inboxOf(noor)).toEqual([
      `Rui can help | About “How do I hand over the on-call rota?”. | /asks/${askId}`,
    ]);
    const [mail] = await mailTo(noor.email);
    expect(mail?.subject).toBe('Rui can help');
    expect(mail?.text).not.toContain('canary');
  });

  test('not now as what it is; nothing is called declined', async () => {
    const { noor, rui, askId } = await direct();
    await answersOf(rui, askId).notNow({ until: '2099-01-12' });
    const [line] = await inboxOf(noor);
    expect(line).toMatch(/^Rui: not now, ask me after Monday 12 January 2099 \|/);
    expect(await mailTo(noor.email)).toEqual([]);
  });

  test('and once more when it is taken back', async () => {
    const { noor, rui, askId } = await direct();
    await answersOf(rui, askId).help();
    await answersOf(rui, askId, later(1)).withdraw();
    expect((await inboxOf(noor))[0]).toMatch(/^Rui took their answer back \|/);
    expect(await mailTo(noor.email)).toEqual([]);
  });

  test('a question, and its answer to who asked it', async () => {
    const { noor, rui, askId } = await direct();
    const asked = await answersOf(rui, askId).question();
    expect((await inboxOf(noor))[0]).toMatch(/^Rui would like to know something first \|/);
    const asker = (await asAsker(noor, askId)) ?? expect.fail();
    if (!asked.ok) expect.fail(asked.reason);
    await answerQuestion(asker, asked.questionId, { answer: 'Four.' }, { now: later(1) });
    expect((await inboxOf(rui))[0]).toMatch(/^Noor answered what you asked \|/);
  });
});

describe('what comes of an offer is told', () => {
  test('to who is taken up, to the others who offered, and to who has not answered', async () => {
    const { noor, rui, priya, ines, askId } = await askInCircle({});
    await asks
      .insertInto('ask_reach')
      .values({ ask_id: askId, kind: 'person', person_id: ines.personId })
      .execute();
    await answersOf(rui, askId).help();
    await answersOf(priya, askId).help();
    const taken = await take(noor, rui, askId, undefined, later(1));
    const conversation = taken.ok ? taken.conversationId : 0;
    const about = 'About “How do I hand over the on-call rota?”.';
    expect(await inboxOf(rui)).toEqual([
      `Noor takes you up on it | ${about} You two can talk now. | /conversations/${conversation}`,
    ]);
    expect(await inboxOf(priya)).toEqual([
      `Noor thanks you for your offer | ${about} Somebody else helps this time. | /asks/${askId}`,
    ]);
    expect(await inboxOf(ines)).toEqual([
      `How do I hand over the on-call rota? | Closed, thank you. | /asks/${askId}`,
    ]);
  });

  test('thanks, not this time', async () => {
    const { noor, rui, askId } = await direct();
    await answersOf(rui, askId).help();
    const asker = (await asAsker(noor, askId)) ?? expect.fail();
    await setAside(asker, (await offerRow(askId, rui))?.id ?? 0, { now: later(1) });
    expect((await inboxOf(rui))[0]).toMatch(
      /^Noor thanks you for your offer \| .* Not this time\./,
    );
  });
});

test('an ask that closes, and is opened again, is told who was asked or answered, once', async () => {
  const { noor, rui, priya, ines, askId } = await askInCircle();
  await send(askId);
  await answersOf(rui, askId).notNow();
  const set = (state: object) =>
    asks.updateTable('ask').set(state).where('id', '=', askId).execute();
  await set({ state: 'closed', closed_at: now, closed_as: 'unneeded' });
  await db.transaction().execute((tx) => tellOfClosing(tx, askId, noor.personId, later(1)));
  const title = 'How do I hand over the on-call rota?';
  const closed = `${title} | Closed, thank you. | /asks/${askId}`;
  expect(await inboxOf(rui)).toEqual([closed, closed]);
  // Who has not answered is not told: what they were told says so by itself.
  expect(await inboxOf(priya)).toEqual([closed]);
  await set({ state: 'open', closed_at: null, closed_as: null, opened_at: later(2) });
  await db.transaction().execute((tx) => tellOfReopening(tx, askId, later(2)));
  expect(await inboxOf(ines)).toEqual([
    `${title} | Noor asks Tuesday leads again. | /asks/${askId}`,
  ]);
});
