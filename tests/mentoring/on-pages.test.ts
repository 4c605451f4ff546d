import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { onHome } from '#app/mentoring/queries/on-home.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { as, textOf } from '#tests/circles/visits.ts';
import { viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { block, circleOfFour, leave } from './board-scene.ts';
import { conversationOf, offerOn, openAsk } from './scene.ts';

const across = acrossCircles(db, 'a test');
const DAY = 24 * 60 * 60 * 1000;
const AGO = (days: number) => new Date(Date.now() - days * DAY);

const asksOf = async (who: Viewer, now = new Date()) =>
  (await onHome(await viewer(who), { now })).asks;
const needsOf = async (who: Viewer, now?: Date) =>
  (await asksOf(who, now)).needs.map(({ eyebrow, title }) => `${eyebrow}: ${title}`);
const newTo = async (who: Viewer, now?: Date) =>
  (await asksOf(who, now)).fresh.flatMap(({ asks }) => asks.map(({ title }) => title));

const questionOn = (askId: number, who: Viewer) =>
  db
    .insertInto('ask_question')
    .values({
      ...{ ask_id: askId, person_id: who.personId, body: 'What did you try?' },
      ...{ body_html: '<p>What did you try?</p>', submission_key: randomUUID() },
    })
    .returning('id')
    .executeTakeFirstOrThrow();

const noteIn = (conversationId: number, by: Viewer) =>
  db
    .insertInto('conversation_note')
    .values({
      ...{ conversation_id: conversationId, author_id: by.personId, body: 'zaffre' },
      ...{ body_html: '<p>zaffre</p>', submission_key: randomUUID() },
    })
    .returning('id')
    .executeTakeFirstOrThrow();

describe('what needs one on home', () => {
  test('an ask to oneself, until it is answered in any way', async () => {
    const { noor, rui, priya } = await circleOfFour();
    const id = await openAsk(noor, { to: { person: rui }, title: 'Who tells them?' });
    expect(await needsOf(rui)).toEqual(['Noor asks you: Who tells them?']);
    expect(await needsOf(noor)).toEqual([]);
    expect(await needsOf(priya)).toEqual([]);
    const question = await questionOn(id, rui);
    expect(await needsOf(rui)).toEqual([]);
    expect(await needsOf(noor)).toEqual(['Rui would like to hear more first: Who tells them?']);
    await db
      .updateTable('ask_question')
      .set({ answer: 'All.', answer_html: '<p>All.</p>', answered_at: new Date() })
      .where('id', '=', question.id)
      .execute();
    expect(await needsOf(rui)).toEqual(['Noor asks you: Who tells them?']);
    await offerOn(id, rui);
    expect(await needsOf(rui)).toEqual([]);
    expect(await needsOf(noor)).toEqual(['Rui can help: Who tells them?']);
  });

  test('not an ask of who left the last circle in common, or blocked', async () => {
    const { noor, rui, priya } = await circleOfFour();
    await openAsk(noor, { to: { person: rui } });
    await openAsk(priya, { to: { person: rui } });
    expect(await needsOf(rui)).toHaveLength(2);
    await block(rui, priya);
    expect(await needsOf(rui)).toHaveLength(1);
    await leave(noor);
    expect(await needsOf(rui)).toEqual([]);
  });

  test('an offer on one’s ask, until it is taken or set aside', async () => {
    const { circle, noor, rui, priya } = await circleOfFour();
    const id = await openAsk(noor, { to: { circleId: circle.id }, title: 'Who tells them?' });
    await offerOn(id, rui);
    const other = await offerOn(id, priya);
    expect(await needsOf(noor)).toEqual([
      'Rui can help: Who tells them?',
      'Priya can help: Who tells them?',
    ]);
    const { body } = await as(noor, '/');
    expect(body.match(new RegExp(`href="/asks/${id}"`, 'g'))?.length).toBeGreaterThan(1);
    await db
      .updateTable('offer')
      .set({ set_aside_at: new Date() })
      .where('id', '=', other)
      .execute();
    expect(await needsOf(noor)).toEqual(['Rui can help: Who tells them?']);
  });

  test('what was said in a conversation, without a word of it', async () => {
    const { noor, rui } = await circleOfFour();
    const { id } = await conversationOf(noor, rui, { title: 'Who tells them?' });
    const note = await noteIn(id, noor);
    expect(await needsOf(rui)).toEqual(['Noor wrote to you: Who tells them?']);
    expect(await needsOf(noor)).toEqual([]);
    expect((await as(rui, '/')).body).not.toContain('zaffre');
    await db
      .insertInto('conversation_visit')
      .values({ conversation_id: id, person_id: rui.personId, seen: `{[${note.id},${note.id}]}` })
      .execute();
    expect(await needsOf(rui)).toEqual([]);
    await noteIn(id, noor);
    expect(await needsOf(rui)).toHaveLength(1);
    await block(noor, rui);
    expect(await needsOf(rui)).toEqual([]);
  });

  test('“did it help?”, until one has said it, and for three weeks', async () => {
    const { noor, rui } = await circleOfFour();
    const { id } = await conversationOf(noor, rui, { title: 'Who tells them?' });
    await db
      .updateTable('conversation')
      .set({ asked_after_at: new Date() })
      .where('id', '=', id)
      .execute();
    const { needs } = await asksOf(rui);
    expect(needs.map(({ said, at }) => [said, at])).toEqual([
      ['Did it help?', `/conversations/${id}`],
    ]);
    expect(await needsOf(rui, new Date(Date.now() + 22 * DAY))).toEqual([]);
    await db
      .insertInto('ask_outcome')
      .values({ conversation_id: id, person_id: rui.personId, helped: 'yes' })
      .execute();
    expect(await needsOf(rui)).toEqual([]);
    expect(await needsOf(noor)).toHaveLength(1);
  });
});

describe('what is new to one on home', () => {
  test('an ask in one’s circle, while the inbox has it as new', async () => {
    const { circle, noor, rui, asRui } = await circleOfFour();
    const id = await openAsk(noor, { to: { circleId: circle.id }, title: 'Older', at: AGO(10) });
    expect(await newTo(rui)).toEqual([]);
    await across
      .insertInto('inbox_item')
      .values({
        ...{ circle_id: circle.id, person_id: rui.personId, topic: `ask:${id}`, kind: 'note' },
        ...{ at: new Date(), for_you: false, thing_id: id, member_of: asRui.circleId },
      })
      .execute();
    expect(await newTo(rui)).toEqual(['Older']);
    await across.updateTable('inbox_item').set({ read_at: new Date() }).execute();
    expect(await newTo(rui)).toEqual([]);
  });

  test('to a newcomer, who was told nothing: those of the last week', async () => {
    const { circle, noor, rui } = await circleOfFour();
    const to = { circleId: circle.id };
    await openAsk(noor, { to, title: 'Of this week', at: AGO(2) });
    await openAsk(noor, { to, title: 'Of last month', at: AGO(20) });
    expect(await newTo(rui)).toEqual(['Of this week']);
    expect(await newTo(noor)).toEqual([]);
    expect(textOf(await as(rui, '/'))).toMatch(/New to you.*Of this week.*Noor asks/s);
  });

  test('nothing one has answered, of a stranger, or of an archived circle', async () => {
    const { circle, noor, rui, priya } = await circleOfFour();
    const to = { circleId: circle.id };
    const id = await openAsk(noor, { to, title: 'Noor’s' });
    await openAsk(priya, { to, title: 'Priya’s' });
    expect(await newTo(rui)).toEqual(['Priya’s', 'Noor’s']);
    await offerOn(id, rui);
    await block(priya, rui);
    expect(await newTo(rui)).toEqual([]);
    await openAsk(noor, { to, title: 'Another' });
    await archiveCircle(circle.host);
    expect(await newTo(rui)).toEqual([]);
  });
});

describe('a circle’s page', () => {
  test('has three open asks, and the latest somebody was told', async () => {
    const { circle, noor, rui, priya } = await circleOfFour();
    for (const [n, title] of ['First', 'Second', 'Third', 'Fourth'].entries()) {
      await openAsk(noor, { to: { circleId: circle.id }, title, at: AGO(5 - n) });
    }
    const told = (who: Viewer, words: string, at: Date) =>
      db
        .insertInto('told')
        .values({
          ...{ circle_id: circle.id, person_id: who.personId, at, submission_key: randomUUID() },
          ...{ told: words, told_html: `<p>${words}</p>`, will: 'Listen.', will_html: 'Listen.' },
        })
        .execute();
    await told(rui, 'You talk first.', AGO(2));
    await told(priya, 'You never ask.', AGO(1));
    const seen = textOf(await as(rui, `/circles/${circle.slug}`));
    expect(seen).toMatch(/Who could use a hand\?.*Fourth.*Third.*Second/s);
    expect(seen).not.toMatch(/First/);
    expect(seen).toMatch(/Priya was told.*You never ask\..*Listen\./s);
    expect(seen).not.toMatch(/You talk first/);
  });

  test('leads to the board while nobody asks', async () => {
    const { circle, noor } = await circleOfFour();
    const { body } = await as(noor, `/circles/${circle.slug}`);
    expect(body).toMatch(/Nobody asks at the moment\. Be the first/);
  });
});
