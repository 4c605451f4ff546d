import { describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { allDecks } from '#app/cards/queries/cards.server.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { outcomesIn } from '#app/mentoring/queries/outcomes.server.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { writeTakeaway } from '#app/seasons/commands/write-takeaway.server.ts';
import { as, textOf } from '#tests/circles/visits.ts';
import { threadBy } from '#tests/discussions/notes.ts';
import { readingIn } from '#tests/reading/planned.ts';
import { day, seasonOf } from '#tests/seasons/season.ts';
import { circleOf } from '#tests/support/cast.ts';
import { block, circleOfFour, leave, outcomeOf } from './board-scene.ts';

const saidTo = async (reader: Member) =>
  (await outcomesIn(reader)).outcomes.map(({ title, who, html }) => [title, who, html]);

describe('what came of an ask is told to its circle', () => {
  test('where both wish it, with who helped whom', async () => {
    const { circle, noor, rui, asPriya } = await circleOfFour();
    const circleId = circle.id;
    const asker = { says: 'I asked him first.' };
    await outcomeOf(noor, rui, { circleId, title: 'Who tells them?', asker, thanked: true });
    await outcomeOf(rui, noor, { circleId, title: 'Which first?', helper: { says: 'We tried.' } });
    expect(await saidTo(asPriya)).toEqual([
      ['Which first?', 'Rui asked, Noor helped', '<p>We tried.</p>'],
      ['Who tells them?', 'Noor thanks Rui', '<p>I asked him first.</p>'],
    ]);
  });

  test.each(['asker', 'helper'] as const)('not where the %s does not', async (who) => {
    const { circle, noor, rui, asNoor, asRui, asPriya } = await circleOfFour();
    const given = { circleId: circle.id, [who]: { says: 'zaffre', share: false } };
    await outcomeOf(noor, rui, given);
    for (const reader of [asNoor, asRui, asPriya]) expect(await saidTo(reader)).toEqual([]);
  });

  test('and to no other circle', async () => {
    const { circle, noor, rui } = await circleOfFour();
    await outcomeOf(noor, rui, { circleId: circle.id });
    const other = await circleOf({ host: noor, members: [rui] });
    expect(await saidTo(other.host)).toEqual([]);
  });

  test('its thanks stay with the helper', async () => {
    const { circle, noor, rui, priya } = await circleOfFour();
    await outcomeOf(noor, rui, { circleId: circle.id, title: 'Who tells?', thanked: true });
    for (const path of ['asks', 'asks/outcomes']) {
      const page = await as(priya, `/circles/${circle.slug}/${path}`);
      expect(textOf(page)).toMatch(/Who tells\?.*Noor thanks Rui/s);
      expect(page.body).not.toContain('thanks-');
    }
  });

  test('without the names of who left, or helped from elsewhere', async () => {
    const { circle, noor, rui, priya, mallory, asPriya } = await circleOfFour();
    const circleId = circle.id;
    await outcomeOf(noor, rui, { circleId });
    await outcomeOf(priya, mallory, { circleId });
    await leave(noor);
    await leave(rui);
    expect((await saidTo(asPriya)).map(([, who]) => who)).toEqual([
      'You asked, somebody beyond this circle helped',
      'Somebody who was here asked, somebody who was here helped',
    ]);
    const seen = await as(priya, `/circles/${circle.slug}/asks/outcomes`);
    expect(seen.body).not.toMatch(/Noor|Rui|Mallory/);
  });

  test('never to who is a stranger to one of the two', async () => {
    const { circle, noor, rui, priya, asPriya } = await circleOfFour();
    await outcomeOf(noor, rui, { circleId: circle.id });
    await block(rui, priya);
    expect(await saidTo(asPriya)).toEqual([]);
  });

  test('page by page', async () => {
    const { circle, noor, rui, asPriya } = await circleOfFour();
    const ids: number[] = [];
    for (let n = 0; n < 5; n++) {
      ids.unshift((await outcomeOf(noor, rui, { circleId: circle.id })).askId);
    }
    const first = await outcomesIn(asPriya, { most: 3 });
    const second = await outcomesIn(asPriya, { most: 3, before: first.next });
    expect([...first.outcomes, ...second.outcomes].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
  });
});

describe('it stands where the ask came from', () => {
  const of = (circle: string, askId: number) =>
    `/circles/${circle}/asks/outcomes?before=${askId + 1}#outcome-${askId}`;

  test('on a note, in words that fit what it came from', async () => {
    const { circle, noor, rui, priya, asPriya } = await circleOfFour();
    const circleId = circle.id;
    const { threadId, noteId } = await threadBy(asPriya);
    await outcomeOf(noor, rui, { circleId, note: noteId, asker: { share: false } });
    const { askId } = await outcomeOf(noor, rui, { circleId, note: noteId, title: 'Who tells?' });
    const thread = await as(priya, `/circles/${circle.slug}/threads/${threadId}`);
    expect(textOf(thread)).toMatch(/This note led to Who tells\? · Noor asked, Rui helped/);
    expect(thread.body).toContain(`href="${of(circle.slug, askId)}"`);
    const other = await threadBy(asPriya);
    const elsewhere = await as(priya, `/circles/${circle.slug}/threads/${other.threadId}`);
    expect(elsewhere.body).not.toContain('led to');
    const all = await as(priya, of(circle.slug, askId).split('#')[0] ?? '');
    expect(all.body).toContain(`id="outcome-${askId}"`);
  });

  test('not on one that is folded for its reader, or taken back', async () => {
    const { circle, ines, noor, rui, priya, asPriya } = await circleOfFour();
    const { ids } = await readingIn(circle.host);
    const { threadId, noteId } = await threadBy(asPriya, { sectionId: ids.at(-1) ?? null });
    await outcomeOf(noor, rui, { circleId: circle.id, note: noteId, title: 'zaffre' });
    const path = `/circles/${circle.slug}/threads/${threadId}`;
    expect((await as(priya, path)).body).toContain('zaffre');
    expect((await as(ines, path)).body).not.toContain('zaffre');
    await takeBackNote(asPriya, threadId, noteId);
    expect((await as(priya, path)).body).not.toContain('zaffre');
  });

  test('on a takeaway, for whom it is not folded', async () => {
    const { host, members, readingId, circle } = await seasonOf(3);
    const [noor, rui, reads] = members;
    if (!noor || !rui || !reads) return expect.fail();
    await saveProgress(reads, readingId, { what: 'place', page: 10, percent: undefined });
    await endSeason(host, readingId, { day: day(10), zone: host.circle.timeZone });
    await writeTakeaway(noor, readingId, { body: 'Measure less.', version: 0 });
    const takeaway = { reading: readingId, person: noor.personId };
    const given = { circleId: host.circleId, takeaway, title: 'What do I leave out?' };
    await outcomeOf(rui.viewer, host.viewer, given);
    const path = `/circles/${circle.slug}/reading/${readingId}/wrap`;
    for (const { viewer } of [noor, rui]) {
      expect(textOf(await as(viewer, path))).toMatch(/This takeaway led to What do I leave out\?/);
    }
    expect((await as(reads.viewer, path)).body).not.toContain('What do I leave out');
  });

  test('on a card, for who is in that circle', async () => {
    const { circle, noor, rui, priya, mallory } = await circleOfFour();
    const [deck] = await allDecks();
    const slug = deck?.cards[0]?.slug ?? '';
    const card = { deck: deck?.slug ?? '', slug };
    await outcomeOf(noor, rui, { circleId: circle.id, card, title: 'Who tells them?' });
    const at = async (who: typeof priya) => textOf(await as(who, `/cards/${card.deck}/${slug}`));
    expect(await at(priya)).toMatch(/This card led to.*Who tells them\?.*Tuesday leads/s);
    expect(await at(mallory)).not.toMatch(/led to/);
    await leave(priya);
    expect(await at(priya)).not.toMatch(/led to/);
  });
});
