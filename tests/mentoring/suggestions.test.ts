import { describe, expect, test } from 'vitest';
import type { Member, Viewer } from '#app/access/proofs.ts';
import { keepApart } from '#app/mentoring/apart/commands/keep-apart.server.ts';
import { audiencesOf } from '#app/mentoring/asks/queries/audiences.server.ts';
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
  return (await audiencesOf(proof)).people.filter(({ because }) => because !== null);
}
const names = async (asker: Viewer, askId: number) =>
  (await suggested(asker, askId)).map(({ name }) => name);

/** What is said of each reason. */
const [FACED, THREAD, SECTION] = [
  'told you of a time they faced something like it',
  'wrote in the thread this comes from',
  'wrote about the part of the book this comes from',
];
const [COMPANY, ROOM, NOT_LATELY] = [
  'another company than yours',
  'room for one more',
  'not asked by you lately',
];
const why = async (asker: Viewer, askId: number, of: Viewer) =>
  (await suggested(asker, askId))
    .find(({ id }) => id === of.personId)
    ?.because?.toLowerCase()
    .split('; ');

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
    expect(await why(noor, askId, rui)).toEqual(['said “ask me about” rotas', ROOM, NOT_LATELY]);
  });

  test('what is typed and not saved yet is what they fit', async () => {
    const { noor, askId, priya } = await scene();
    await says(priya, 'Salary bands');
    const proof = (await asAsker(noor, askId)) ?? expect.fail();
    const typed = { title: 'Salaries', body: 'Bands, and who sees them.' };
    const { people } = await audiencesOf(proof, { typed });
    expect(people.filter(({ because }) => because).map(({ name }) => name)).toEqual(['Priya']);
    // Whom nothing speaks for is there, after them.
    expect(people.map(({ name }) => name)).toEqual(['Priya', 'Ines', 'Rui']);
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
    expect(await why(noor, askId, priya)).toContain(FACED);
  });

  test('asked lately: by this asker alone', async () => {
    const { noor, rui, priya, askId } = await scene();
    await openAsk(priya, { to: { person: rui } });
    expect(await why(noor, askId, rui)).toContain(NOT_LATELY);
    await openAsk(noor, { to: { person: rui } });
    expect(await why(noor, askId, rui)).not.toContain(NOT_LATELY);
  });

  test('another company, however it is written', async () => {
    const { noor, rui, askId } = await scene();
    await says(noor, '', 'Acme GmbH');
    await says(rui, 'Rotas', 'acme gmbh');
    expect(await why(noor, askId, rui)).not.toContain(COMPANY);
    await says(rui, 'Rotas', 'Initech');
    expect(await why(noor, askId, rui)).toContain(COMPANY);
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
    expect(await why(noor, askId, rui)).toEqual([THREAD, ROOM, NOT_LATELY]);
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
    expect(await why(noor, askId, rui)).toContain(SECTION);
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
  const once = () => audiencesOf(proof);
  expect(await tripsOf(once, once)).toEqual([{ statements: 1, waves: 1 }]);
});
