import { describe, expect, test } from 'vitest';
import type { Member, Viewer } from '#app/access/proofs.ts';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { ASKS_A_PAGE, boardOf } from '#app/mentoring/queries/board.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { as, textOf } from '#tests/circles/visits.ts';
import { threadBy } from '#tests/discussions/notes.ts';
import { readingIn } from '#tests/reading/planned.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { circleOf } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { block, circleOfFour, leave, outcomeOf } from './board-scene.ts';
import { offerOn, openAsk } from './scene.ts';

const asks = acrossCircles(db, 'a test');
const AGO = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);

const titlesFor = async (reader: Member, before: number | null = null) => {
  const { own, others } = await boardOf(reader, { before });
  return [...own, ...others].map(({ title }) => title);
};

const close = (id: number) =>
  asks
    .updateTable('ask')
    .set({ state: 'closed', closed_as: 'unneeded', closed_at: new Date() })
    .where('id', '=', id)
    .execute();

async function ontoAgenda(askId: number, circleId: number, sessionId: number) {
  await asks
    .insertInto('ask_reach')
    .values({ ask_id: askId, kind: 'session', circle_id: circleId, session_id: sessionId })
    .execute();
}

describe('the board of a circle', () => {
  test('has one’s own first, then what is on an agenda, then the newest', async () => {
    const { circle, noor, rui, priya, asNoor } = await circleOfFour();
    const to = { circleId: circle.id };
    await openAsk(rui, { to, title: 'Older', at: AGO(5) });
    await openAsk(priya, { to, title: 'Newer', at: AGO(2) });
    await openAsk(noor, { to, title: 'Mine', at: AGO(9) });
    const agenda = await openAsk(priya, { title: 'On the agenda', at: AGO(10) });
    await ontoAgenda(agenda, circle.id, await sessionIn(circle.host));
    expect(await titlesFor(asNoor)).toEqual(['Mine', 'On the agenda', 'Newer', 'Older']);
  });

  test('an agenda that is over, or called off, puts nothing forward', async () => {
    const { circle, rui, priya, asNoor } = await circleOfFour();
    const cancelled = await openAsk(priya, { title: 'Called off', at: AGO(9) });
    const sessionId = await sessionIn(circle.host);
    await ontoAgenda(cancelled, circle.id, sessionId);
    await db
      .insertInto('session_cancellation')
      .values({
        ...{ circle_id: circle.id, session_id: sessionId },
        by_person_id: circle.host.personId,
      })
      .execute();
    await openAsk(rui, { to: { circleId: circle.id }, title: 'Newer', at: AGO(1) });
    const { others } = await boardOf(asNoor);
    expect(others.map(({ title, startsAt }) => [title, startsAt])).toEqual([
      ['Newer', null],
      ['Called off', null],
    ]);
  });

  test('has only what is open and went to the circle', async () => {
    const { circle, noor, rui, mallory, asNoor, asRui } = await circleOfFour();
    const to = { circleId: circle.id };
    await openAsk(rui, { circleId: circle.id, to: { person: noor }, title: 'To Noor alone' });
    await openAsk(mallory, { to: { site: noor }, title: 'Beyond' });
    const elsewhere = await circleOf({ host: mallory, members: [noor] });
    await openAsk(mallory, { to: { circleId: elsewhere.id }, title: 'Of another circle' });
    await close(await openAsk(rui, { to, title: 'Closed' }));
    const draft = await openAsk(rui, { to, title: 'A draft' });
    await asks
      .updateTable('ask')
      .set({ state: 'draft', opened_at: null })
      .where('id', '=', draft)
      .execute();
    await openAsk(rui, { to, title: 'Open' });
    expect(await titlesFor(asNoor)).toEqual(['Open']);
    expect(await boardOf(asRui)).toMatchObject({ asking: 1, drafts: 1 });
  });

  test('not of who left, nor of who is blocked, on either side', async () => {
    const { circle, noor, rui, priya, asNoor, asPriya } = await circleOfFour();
    const to = { circleId: circle.id };
    await openAsk(rui, { to, title: 'Rui’s' });
    await openAsk(noor, { to, title: 'Noor’s' });
    await block(noor, priya);
    expect(await titlesFor(asPriya)).toEqual(['Rui’s']);
    expect(await boardOf(asPriya)).toMatchObject({ asking: 1 });
    await block(priya, rui);
    expect(await titlesFor(asPriya)).toEqual([]);
    await leave(rui);
    expect(await titlesFor(asNoor)).toEqual(['Noor’s']);
  });

  test('says who of the circle has offered, and nobody else', async () => {
    const { circle, ines, noor, rui, priya, mallory, asNoor, asPriya } = await circleOfFour();
    const id = await openAsk(rui, { to: { circleId: circle.id } });
    await asks
      .insertInto('ask_reach')
      .values({ ask_id: id, kind: 'site', person_id: mallory.personId })
      .execute();
    await offerOn(id, ines);
    await offerOn(id, mallory);
    await offerOn(id, priya, 'withdrawn');
    const offered = async (reader: Member) => (await boardOf(reader)).others[0]?.offered;
    expect(await offered(asNoor)).toEqual(['Ines']);
    await block(noor, ines);
    expect(await offered(asNoor)).toEqual([]);
    expect(await offered(asPriya)).toEqual(['Ines']);
  });

  test('one’s own shows every answer; not now is the asker’s alone', async () => {
    const { circle, noor, rui, priya, mallory, asNoor, asRui } = await circleOfFour();
    const id = await openAsk(noor, { to: { circleId: circle.id } });
    await offerOn(id, mallory);
    await db
      .insertInto('offer')
      .values({ ask_id: id, helper_id: rui.personId, state: 'not_now', until: '2099-01-12' })
      .execute();
    await db
      .insertInto('ask_question')
      .values({
        ...{ ask_id: id, person_id: priya.personId, body: 'zaffre', body_html: 'zaffre' },
        submission_key: crypto.randomUUID(),
      })
      .execute();
    const { own } = await boardOf(asNoor);
    expect(own[0]?.answers.map(({ by, state, until }) => [by, state, until])).toEqual([
      ['Mallory', 'made', null],
      ['Rui', 'not_now', '2099-01-12'],
    ]);
    expect(own[0]?.questions).toEqual(['Priya']);
    const { others } = await boardOf(asRui);
    expect(others[0]).toMatchObject({ offered: [], answered: { state: 'not_now' } });
    expect(JSON.stringify(others)).not.toMatch(/Mallory|Priya|zaffre/);
  });

  test('goes on, page by page, and nothing is twice or missing', async () => {
    const { circle, rui, priya, asNoor } = await circleOfFour();
    const to = { circleId: circle.id };
    const all = ASKS_A_PAGE + 3;
    const at = AGO(1);
    for (let n = 0; n < all; n++) {
      await openAsk(n % 2 ? rui : priya, { to, title: `${n}`, at: n < 3 ? at : AGO(n) });
    }
    const first = await boardOf(asNoor);
    expect(first.others).toHaveLength(ASKS_A_PAGE);
    // What the page ended with is closed meanwhile: it goes on from there all the same.
    await close(first.next ?? 0);
    const second = await boardOf(asNoor, { before: first.next });
    expect(second.next).toBeNull();
    const titles = [...first.others, ...second.others].map(({ title }) => title);
    expect(new Set(titles).size).toBe(all);
  });
});

describe('its page', () => {
  const visit = async (who: Viewer, slug: string, path = '/asks') =>
    textOf(await as(who, `/circles/${slug}${path}`));

  test('says who asks, with the three answers, and leads there from everywhere', async () => {
    const { circle, noor, rui } = await circleOfFour();
    const id = await openAsk(rui, { to: { circleId: circle.id }, title: 'Who tells them?' });
    const page = await as(noor, `/circles/${circle.slug}/asks`);
    expect(textOf(page)).toMatch(/One of us is asking\..*Rui asks.*Who tells them\?/s);
    for (const answer of ['offer', 'not-now', 'question']) {
      expect(page.body).toContain(`href="/asks/${id}/${answer}"`);
    }
    const { body } = await as(noor, `/circles/${circle.slug}/people`);
    expect(body).toMatch(new RegExp(`href="/circles/${circle.slug}/asks"[^>]*>Asks<`));
  });

  test('says what an ask came from, and folds it for who has not read that far', async () => {
    const { circle, ines, noor, rui, priya, asRui } = await circleOfFour();
    const { ids } = await readingIn(circle.host);
    const { noteId } = await threadBy(asRui, { quote: 'zaffre', sectionId: ids.at(-1) ?? null });
    const source = { passage: noteId };
    await openAsk(rui, { circleId: circle.id, to: { circleId: circle.id }, source });
    await outcomeOf(rui, priya, { circleId: circle.id, title: 'And it helped', note: noteId });
    const board = (who: Viewer) => as(who, `/circles/${circle.slug}/asks`);
    expect((await board(rui)).body).toContain('zaffre');
    expect(textOf(await board(rui))).toMatch(/This note led to.*And it helped/s);
    for (const who of [ines, noor]) {
      expect((await board(who)).body).not.toContain('zaffre');
      expect(textOf(await board(who))).toMatch(/From a passage further on than you are/);
    }
  });

  test('leads a circle’s first ask, and its host to opening the board', async () => {
    const { circle, ines, noor } = await circleOfFour();
    expect(await visit(ines, circle.slug)).toMatch(/Open the board with something you were told/);
    const seen = await visit(noor, circle.slug);
    expect(seen).toMatch(
      /Nobody is asking.*Ask for something|Ask for something.*Nobody is asking/s,
    );
    expect(seen).not.toMatch(/Open the board/);
  });

  test('takes no ask and no answer where the circle is archived', async () => {
    const { circle, noor, rui } = await circleOfFour();
    await openAsk(rui, { to: { circleId: circle.id }, title: 'Who tells them?' });
    await archiveCircle(circle.host);
    const seen = await visit(noor, circle.slug);
    expect(seen).toMatch(/Who tells them\?/);
    expect(seen).not.toMatch(/I can help|Ask for something|Share something/);
  });
});
