import { describe, expect, test } from 'vitest';
import type { Member, Viewer } from '#app/access/proofs.ts';
import { keepApart } from '#app/mentoring/apart/commands/keep-apart.server.ts';
import { suggestionsFor } from '#app/mentoring/helping/queries/suggestions.server.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { readingIn } from '#tests/reading/planned.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { tripsOf } from '#tests/support/trips.ts';
import { asAsker, conversationOf, offerOn, openAsk } from './scene.ts';

const says = (who: Viewer, ask_me_about: string, company = '') =>
  db.updateTable('person').set({ ask_me_about, company }).where('id', '=', who.personId).execute();

async function scene() {
  const [noor, rui, priya] = [await person('Noor'), await person('Rui'), await person('Priya')];
  await says(rui, 'Rotas, and letting go');
  const circle = await circleOf({ members: [noor, rui, priya] });
  const askId = await openAsk(noor, { circleId: circle.id });
  return { circle, noor: await viewer(noor), rui, priya, askId };
}

async function suggested(asker: Viewer, askId: number) {
  const proof = (await asAsker(asker, askId)) ?? expect.fail('not the asker');
  return suggestionsFor(proof);
}
const names = async (asker: Viewer, askId: number) =>
  (await suggested(asker, askId)).map(({ name }) => name);
const why = async (asker: Viewer, askId: number, of: Viewer) =>
  (await suggested(asker, askId))
    .find(({ personId }) => personId === of.personId)
    ?.reasons.map(({ because }) => because);

/** The ask comes from this note. */
const from = (askId: number, { circleId }: { circleId: number }, noteId: number) =>
  acrossCircles(db, 'a test')
    .updateTable('ask')
    .set({ circle_id: circleId, source_kind: 'note', source_note_id: noteId })
    .where('id', '=', askId)
    .execute();

describe('somebody for this', () => {
  test('one of their circles whose words fit; nobody of another circle', async () => {
    const { noor, rui, askId } = await scene();
    const mallory = await person('Mallory');
    await says(mallory, 'Rotas');
    await circleOf({ members: [mallory] });
    expect(await names(noor, askId)).toEqual(['Rui']);
    expect(await why(noor, askId, rui)).toEqual(['said', 'room', 'not-lately']);
  });

  test('what is typed and not saved yet is what they fit', async () => {
    const { noor, askId, priya } = await scene();
    await says(priya, 'Salary bands');
    const proof = (await asAsker(noor, askId)) ?? expect.fail();
    const typed = { title: 'Salaries', body: 'Bands, and who sees them.' };
    expect((await suggestionsFor(proof, { typed })).map(({ name }) => name)).toEqual(['Priya']);
  });

  test.each(['by the asker', 'by them'] as const)('nobody kept apart or blocked %s', async (by) => {
    const { noor, rui, askId } = await scene();
    const [keeper, other] = by === 'by them' ? [await viewer(rui), noor] : [noor, rui];
    await keepApart(keeper, { personId: null, address: other.email });
    expect(await names(noor, askId)).toEqual([]);
    await db.deleteFrom('keep_apart').where('person_id', '=', keeper.personId).execute();
    expect(await names(noor, askId)).toEqual(['Rui']);
    const block = { person_id: keeper.personId, blocked_id: other.personId };
    await db.insertInto('person_block').values(block).execute();
    expect(await names(noor, askId)).toEqual([]);
  });

  test('nobody full, deactivated, asked with it already, or of a circle at rest', async () => {
    const { circle, noor, rui, priya, askId } = await scene();
    await says(priya, 'Rotas');
    await says(circle.host.viewer, 'Rotas');
    const lena = await person('Lena');
    await says(lena, 'Rotas');
    const resting = await circleOf({ members: [noor, lena] });
    expect(await names(noor, askId)).toEqual(['Ines', 'Lena', 'Priya', 'Rui']);
    await db
      .insertInto('circle_archive')
      .values({ circle_id: resting.id, by_person_id: resting.host.personId })
      .execute();
    await db.insertInto('helping').values({ person_id: rui.personId, at_once: 1 }).execute();
    await conversationOf(priya, rui);
    await db
      .insertInto('person_deactivation')
      .values({ person_id: priya.personId, by_person_id: priya.personId })
      .execute();
    expect(await names(noor, askId)).toEqual(['Ines']);
    await acrossCircles(db, 'a test')
      .insertInto('ask_reach')
      .values({ ask_id: askId, kind: 'person', person_id: circle.host.personId })
      .execute();
    expect(await names(noor, askId)).toEqual([]);
  });

  test('who told the asker of a time they faced the like; nobody else is told', async () => {
    const { noor, rui, priya, askId } = await scene();
    const faced = async (asker: Viewer) => {
      const before = await openAsk(asker, { title: 'Who carries the on-call rota in May?' });
      const offer = await offerOn(before, priya);
      await db.updateTable('offer').set({ faced: 'Once.' }).where('id', '=', offer).execute();
    };
    await faced(rui);
    expect(await why(noor, askId, priya)).toBeUndefined();
    await faced(noor);
    expect(await why(noor, askId, priya)).toContain('faced');
  });

  test('asked lately: by this asker alone', async () => {
    const { noor, rui, priya, askId } = await scene();
    await openAsk(priya, { to: { person: rui } });
    expect(await why(noor, askId, rui)).toContain('not-lately');
    await openAsk(noor, { to: { person: rui } });
    expect(await why(noor, askId, rui)).not.toContain('not-lately');
  });

  test('another company, however it is written', async () => {
    const { noor, rui, askId } = await scene();
    await says(noor, '', 'Acme GmbH');
    await says(rui, 'Rotas', 'acme gmbh');
    expect(await why(noor, askId, rui)).not.toContain('company');
    await says(rui, 'Rotas', 'Initech');
    expect(await why(noor, askId, rui)).toContain('company');
  });
});

describe('where it comes from', () => {
  async function reading() {
    const { circle, noor, rui, askId } = await scene();
    const { readingId, ids } = await readingIn(circle.host);
    const member = (who: Viewer): Member =>
      circle.members.find(({ personId }) => personId === who.personId) ?? expect.fail();
    return { circle, noor, rui, askId, readingId, ids, as: member };
  }

  test('who wrote in the thread, while their note stands', async () => {
    const { circle, noor, rui, askId, as } = await reading();
    await says(rui, '');
    const { threadId, noteId } = await threadBy(as(noor));
    await from(askId, circle.host, noteId);
    expect(await why(noor, askId, rui)).toBeUndefined();
    const written = await noteBy(as(rui), threadId);
    expect(await why(noor, askId, rui)).toEqual(['thread', 'room', 'not-lately']);
    await db
      .insertInto('note_deletion')
      .values({ circle_id: circle.id, note_id: written, by_person_id: rui.personId })
      .execute();
    expect(await why(noor, askId, rui)).toBeUndefined();
  });

  test('who wrote about the section; not where the asker has not read that far', async () => {
    const { circle, noor, rui, askId, readingId, ids, as } = await reading();
    await says(rui, '');
    const [first, last] = [ids[0] ?? 0, ids.at(-1) ?? 0];
    const read = { what: 'sections' as const, read: [first] };
    await saveProgress(as(noor), readingId, read);
    const mine = await threadBy(as(noor), { sectionId: first });
    await threadBy(as(rui), { sectionId: first });
    await from(askId, circle.host, mine.noteId);
    expect(await why(noor, askId, rui)).toContain('section');
    const far = await threadBy(as(noor), { sectionId: last });
    await threadBy(as(rui), { sectionId: last });
    await from(askId, circle.host, far.noteId);
    expect(await why(noor, askId, rui)).toBeUndefined();
  });
});

test('it takes one statement, and nobody but the asker', async () => {
  const { noor, rui, askId } = await scene();
  expect(await asAsker(rui, askId)).toBeNull();
  const proof = (await asAsker(noor, askId)) ?? expect.fail();
  const once = () => suggestionsFor(proof);
  expect(await tripsOf(once, once)).toEqual([{ statements: 1, waves: 1 }]);
});
