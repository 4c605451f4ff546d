import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { answerSeason } from '#app/mentoring/giving/commands/answer-season.server.ts';
import { givingPage, seasonAsked } from '#app/mentoring/giving/queries/giving-page.server.ts';
import { byMonth } from '#app/mentoring/giving/rules/months.ts';
import { seasonQuestion } from '#app/mentoring/giving/rules/season-question.ts';
import { twig } from '#app/mentoring/giving/rules/twig.ts';
import { twigLabel, twigWords } from '#app/mentoring/giving/words.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { answerOn, seasonOf } from '#tests/seasons/season.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { conversationOf, offerOn, openAsk } from './scene.ts';

const NOW = new Date('2026-11-28T12:00:00Z');
const on = (day: string) => new Date(`${day}T12:00:00Z`);
const page = async (who: Viewer) => givingPage(await viewer(who), null, { now: NOW });

const thank = (conversation: { id: number }, body: string, at: Date) =>
  db.insertInto('ask_thanks').values({ conversation_id: conversation.id, body, at }).execute();

describe('a twig', () => {
  const moments = {
    asked: ['2026-09-30T23:30:00Z', '2026-11-02T08:00:00Z', '2024-01-01T00:00:00Z'],
    offered: ['2026-11-01T00:00:00Z'],
    helped: ['2026-10-05T00:00:00Z'],
    thanked: [],
  };

  test('has a month for each since the first, on one’s own clock, a year at most', () => {
    const months = byMonth(moments, 'Europe/Lisbon', NOW);
    expect(months).toEqual([
      { month: '2026-10', asked: 1, offered: 0, helped: 1, thanked: 0 },
      { month: '2026-11', asked: 1, offered: 1, helped: 0, thanked: 0 },
    ]);
    expect(byMonth(moments, 'UTC', NOW)[0]?.month).toBe('2026-09');
    const none = { asked: [], offered: [], helped: [], thanked: [] };
    expect(byMonth(none, 'UTC', NOW)).toEqual([]);
    const old = { ...none, asked: ['2025-12-01T00:00:00Z'] };
    expect(byMonth(old, 'UTC', NOW).map(({ month }) => month)).toHaveLength(12);
    expect(byMonth(old, 'UTC', new Date('2026-12-01T00:00:00Z'))).toEqual([]);
  });

  test('is drawn the same each time, a leaf for each, above and below, all in its box', () => {
    const months = byMonth(moments, 'UTC', NOW);
    const drawn = twig(months);
    expect(twig(months)).toEqual(drawn);
    const leaves = drawn.leaves.match(/M[^M]+Z/g) ?? [];
    expect(leaves).toHaveLength(3);
    const many = twig([{ month: '2026-11', asked: 200, offered: 0, helped: 3, thanked: 0 }]);
    const all = many.leaves.match(/M[^M]+Z/g) ?? [];
    expect(all.length).toBeLessThanOrEqual(40);
    for (const number of (drawn.leaves + many.leaves).match(/-?\d+\.\d/g)?.map(Number) ?? []) {
      expect(number).toBeGreaterThanOrEqual(0);
      expect(number).toBeLessThanOrEqual(300);
    }
  });

  test('is said once in words, without what was not', () => {
    const months = byMonth(moments, 'UTC', NOW);
    const of = { asked: 3, offered: 0, helped: 5, thanked: 0 };
    expect(twigWords(months, of)).toBe(
      'Above the stem, what you asked for: three times since September. Below it, where you helped: five times.',
    );
    expect(twigLabel(months, of)).toBe(
      'Since September: you asked three times and helped five times',
    );
    expect(twigWords(months, { ...of, asked: 0 })).toBe(
      'Below the stem, where you helped: five times since September.',
    );
  });
});

test('the question at the end of a season is asked where it fits', () => {
  expect(seasonQuestion({ asked: 0, offered: 0, helped: 5 })).toBe('what-not-asked');
  expect(seasonQuestion({ asked: 2, offered: 0, helped: 0 })).toBe('what-to-offer');
  expect(seasonQuestion({ asked: 2, offered: 1, helped: 0 })).toBeNull();
  expect(seasonQuestion({ asked: 1, offered: 0, helped: 1 })).toBeNull();
  expect(seasonQuestion({ asked: 0, offered: 0, helped: 0 })).toBeNull();
  expect(seasonQuestion({ asked: 0, offered: 3, helped: 0 })).toBeNull();
});

describe('what somebody asked and gave', () => {
  test('is theirs alone, each thing once, and no draft', async () => {
    const noor = await person('Noor');
    const rui = await person('Rui');
    const circle = await circleOf({ members: [noor, rui] });
    await openAsk(noor, { to: { circleId: circle.id }, at: on('2026-09-10') });
    const taken = await conversationOf(rui, noor, { at: on('2026-10-10') });
    const open = await openAsk(rui, { to: { circleId: circle.id }, at: on('2026-11-10') });
    await offerOn(open, noor, 'withdrawn');
    await thank(taken, 'You changed how I say no.', on('2026-11-12'));
    await acrossCircles(db, 'a draft')
      .insertInto('ask')
      .values({ asker_id: noor.personId, title: 'A draft', submission_key: randomUUID() })
      .execute();
    const mine = await page(noor);
    expect(mine.totals).toMatchObject({ asked: 1, helped: 1, thanked: 1 });
    expect(mine.thanks).toMatchObject([{ body: 'You changed how I say no.', by: 'Rui' }]);
    expect(mine.twig?.span).toBe('September to now');
    const theirs = await page(rui);
    expect(theirs.totals).toEqual({ asked: 2, offered: 0, helped: 0, thanked: 0 });
    expect(theirs.thanks).toEqual([]);
    expect(await page(circle.host.viewer)).toMatchObject({ twig: null, months: [], words: '' });
  });

  test('severs the name of somebody whose circles one left', async () => {
    const noor = await person('Noor');
    const rui = await person('Rui');
    const circle = await circleOf({ members: [noor, rui] });
    await thank(await conversationOf(rui, noor), 'It helped.', NOW);
    const beyond = await person('Lena');
    const site = await conversationOf(beyond, noor, { to: { site: noor } });
    await thank(site, 'From afar.', NOW);
    const by = async () => (await page(noor)).thanks.map((one) => one.by);
    expect(await by()).toEqual(['Lena', 'Rui']);
    await acrossCircles(db, 'somebody leaves')
      .deleteFrom('membership')
      .where('circle_id', '=', circle.id)
      .where('person_id', '=', noor.personId)
      .execute();
    expect(await by()).toEqual(['Lena', null]);
    await db.insertInto('person_deactivation').values({ person_id: beyond.personId }).execute();
    expect(await by()).toEqual([null, null]);
  });

  test('comes with the thanks by pages, each once', async () => {
    const noor = await person('Noor');
    const rui = await person('Rui');
    await circleOf({ members: [noor, rui] });
    const bodies: string[] = [];
    for (let n = 0; n < 43; n++) {
      bodies.unshift(`Thanks ${n}`);
      // Several at one moment, too.
      await thank(await conversationOf(rui, noor), `Thanks ${n}`, on(`2026-10-${10 + (n >> 2)}`));
    }
    const seen: string[] = [];
    let before: number | null = null;
    do {
      const given: Awaited<ReturnType<typeof givingPage>> = await givingPage(
        await viewer(noor),
        before,
        { now: NOW },
      );
      seen.push(...given.thanks.map(({ body }) => body));
      before = given.next;
    } while (before !== null);
    expect(seen).toEqual(bodies);
    // The place of somebody else's thanks is no place.
    const foreign = await thankedElsewhere();
    expect((await givingPage(await viewer(noor), foreign)).thanks).toEqual([]);
  });
});

async function thankedElsewhere() {
  const conversation = await conversationOf(await person('Ines'), await person('Sam'));
  await thank(conversation, 'Not yours.', NOW);
  return conversation.id;
}

describe('at the end of a season', () => {
  /** A member of a circle whose season has just ended, and who helped somebody in it. */
  async function ended() {
    const { circle, host, members, readingId } = await seasonOf();
    const [noor, rui] = members;
    if (!noor || !rui) throw new Error('no members');
    await conversationOf(rui.viewer, noor.viewer);
    await endSeason(host, readingId, answerOn(5));
    const given = { circle: circle.slug, reading: readingId, words: 'How do I say no upwards?' };
    return { circle, noor: await viewer(noor.viewer), rui: await viewer(rui.viewer), given };
  }

  test('who only helped is asked what they do not ask, once, and it begins an ask', async () => {
    const { noor, rui, given, circle } = await ended();
    expect(await seasonAsked(noor)).toMatchObject({ question: 'what-not-asked', helped: 1 });
    expect(await seasonAsked(rui)).toMatchObject({ question: 'what-to-offer', asked: 1 });
    expect(await seasonAsked(circle.host.viewer)).toBeNull();
    const both = await Promise.all([
      answerSeason(noor, { ...given, act: 'ask' }),
      answerSeason(noor, { ...given, act: 'ask' }),
    ]);
    expect(both[0]).toEqual(both[1]);
    const drafts = await acrossCircles(db, 'a look at drafts')
      .selectFrom('ask')
      .select(['title', 'state'])
      .where('asker_id', '=', noor.personId)
      .execute();
    expect(drafts).toEqual([{ title: 'How do I say no upwards?', state: 'draft' }]);
    expect(await seasonAsked(noor)).toBeNull();
  });

  test('who only asked may add to what they can be asked about, as far as there is room', async () => {
    const { rui, given } = await ended();
    const about = (ask_me_about: string) =>
      db.updateTable('person').set({ ask_me_about }).where('id', '=', rui.personId).execute();
    await about('x'.repeat(490));
    expect(await answerSeason(rui, { ...given, act: 'offer' })).toEqual({
      ok: false,
      reason: 'no-room',
    });
    expect(await seasonAsked(rui)).not.toBeNull();
    await about('Reorganising.');
    await answerSeason(rui, { ...given, words: 'Reading a budget', act: 'offer' });
    await answerSeason(rui, { ...given, words: 'Reading a budget', act: 'offer' });
    const { ask_me_about } = await db
      .selectFrom('person')
      .select('ask_me_about')
      .where('id', '=', rui.personId)
      .executeTakeFirstOrThrow();
    expect(ask_me_about).toBe('Reorganising.\nReading a budget');
  });

  test('it can be let be, and is none of anybody who is not in the circle', async () => {
    const { noor, given } = await ended();
    const lena = await person('Lena');
    expect(await answerSeason(lena, { ...given, act: 'let-be' })).toMatchObject({ reason: 'gone' });
    const other = { ...given, reading: 999_999, act: 'let-be' as const };
    expect(await answerSeason(noor, other)).toMatchObject({ reason: 'gone' });
    expect(await answerSeason(noor, { ...given, words: '', act: 'let-be' })).toEqual({
      ok: true,
      askId: null,
    });
    expect(await seasonAsked(noor)).toBeNull();
  });
});
