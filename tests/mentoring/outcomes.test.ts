import { describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import {
  outcomesIn,
  outcomesOfCard,
  outcomesOfNotes,
  outcomesOfTakeaways,
} from '#app/mentoring/queries/outcomes.server.ts';
import { as, textOf } from '#tests/circles/visits.ts';
import { threadBy } from '#tests/discussions/notes.ts';
import { readingIn } from '#tests/reading/planned.ts';
import { circleOf, viewer } from '#tests/support/cast.ts';
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
  test('a note', async () => {
    const { circle, noor, rui, asPriya } = await circleOfFour();
    const circleId = circle.id;
    const { noteId } = await threadBy(asPriya);
    const { noteId: other } = await threadBy(asPriya);
    const { askId } = await outcomeOf(noor, rui, { circleId, note: noteId });
    await outcomeOf(noor, rui, { circleId, note: noteId, asker: { share: false } });
    const found = await outcomesOfNotes(asPriya, [noteId, other]);
    expect([...found].map(([id, all]) => [id, all.map(({ id }) => id)])).toEqual([
      [noteId, [askId]],
    ]);
  });

  test('a takeaway', async () => {
    const { circle, noor, rui, priya, asPriya } = await circleOfFour();
    const { readingId } = await readingIn(circle.host);
    const takeaway = { reading: readingId, person: priya.personId };
    const { askId } = await outcomeOf(noor, rui, { circleId: circle.id, takeaway });
    const found = await outcomesOfTakeaways(asPriya, readingId);
    expect(found.get(priya.personId)?.map(({ id }) => id)).toEqual([askId]);
    expect(await outcomesOfTakeaways(asPriya, readingId + 1)).toEqual(new Map());
  });

  test('a card, for who is in that circle', async () => {
    const { circle, noor, rui, priya, mallory } = await circleOfFour();
    const card = { deck: 'small-steps', slug: 'only-questions' };
    const { askId } = await outcomeOf(noor, rui, { circleId: circle.id, card });
    const at = async (who: typeof priya) =>
      (await outcomesOfCard(await viewer(who), card.deck, card.slug)).map(({ id }) => id);
    expect(await at(priya)).toEqual([askId]);
    expect(await at(mallory)).toEqual([]);
    await leave(priya);
    expect(await at(priya)).toEqual([]);
  });
});
