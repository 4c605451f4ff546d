import { beforeAll, describe, expect, test } from 'vitest';
import type { Host, Member, Viewer } from '#app/access/proofs.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import type { SourceInAddress } from '#app/mentoring/addresses.ts';
import { sourcesOf, sourceToBe } from '#app/mentoring/asks/queries/sources.server.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { writeTakeaway } from '#app/seasons/commands/write-takeaway.server.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { answerOn, seasonOf } from '#tests/seasons/season.ts';
import { person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { openAsk } from './scene.ts';

const card = { deck: 'asking-for-help', slug: 'the-ten-minute-ask' };
const QUOTE = 'Everything we think we know about the world is a model.';

let host: Host;
let circleId: number;
let threadId: number;
let noteId: number;
let readingId: number;
/** asks */
let noor: Member;
/** wrote the note and the takeaway, at the end of the book */
let rui: Member;
/** is in the first chapter of it */
let tomasz: Member;
/** is in no circle */
let mallory: Viewer;

beforeAll(async () => {
  const season = await seasonOf(3);
  const { circle, sectionIds } = season;
  ({ readingId, host } = season);
  circleId = circle.id;
  [noor, rui, tomasz] = season.members as [Member, Member, Member];
  mallory = await person('Mallory');
  for (const who of [noor, rui])
    await saveProgress(who, readingId, { what: 'place', percent: 100 });
  await saveProgress(tomasz, readingId, { what: 'place', page: 10 });
  const [, second] = sectionIds;
  ({ threadId } = await threadBy(host, { body: 'To begin with.' }));
  noteId = await noteBy(rui, threadId, {
    ...{ body: 'I **wrote** a rule.', quote: QUOTE, quotePage: '86', about: second ?? null },
  });
});

/** What an ask of Noor's comes from, for somebody. */
async function seenBy(who: Member | Viewer, source: SourceInAddress) {
  const id = await openAsk(noor.viewer, { circleId, source });
  const reader = await viewer('viewer' in who ? who.viewer : who);
  return (await sourcesOf(reader, [id])).get(id) ?? null;
}

const href = () => `/circles/${noor.circle.slug}/threads/${threadId}?at=${noteId}#note-${noteId}`;
const wrap = () => `/circles/${noor.circle.slug}/reading/${readingId}/wrap`;

describe('a passage', () => {
  const shown = () => ({ kind: 'passage', quote: QUOTE, page: '86', book: 'Accelerate' });

  test('is shown with its book to every reader, and leads members to the note', async () => {
    expect(await seenBy(noor, { passage: noteId })).toEqual({ ...shown(), href: href() });
    expect(await seenBy(rui, { passage: noteId })).toEqual({ ...shown(), href: href() });
    expect(await seenBy(mallory, { passage: noteId })).toEqual({ ...shown(), href: null });
  });

  test('is folded for a member who is not that far', async () => {
    const section = 'Chapter 2';
    expect(await seenBy(tomasz, { passage: noteId })).toEqual({
      ...{ kind: 'folded', of: 'passage', section, href: href() },
    });
  });
});

describe('a note', () => {
  test('is shown with its author and beginning to members of its circle', async () => {
    const by = rui.viewer.name;
    const shown = { kind: 'note', by, beginning: 'I wrote a rule.', href: href() };
    expect(await seenBy(noor, { note: noteId })).toEqual({ ...shown, mine: false });
    expect(await seenBy(rui, { note: noteId })).toEqual({ ...shown, mine: true });
  });

  test('is a note of their circle to somebody else, without a word of it', async () => {
    expect(await seenBy(mallory, { note: noteId })).toEqual({ kind: 'elsewhere', of: 'note' });
  });

  test('is folded for a member who is not that far, until they open its thread', async () => {
    expect(await seenBy(tomasz, { note: noteId })).toMatchObject({ kind: 'folded', of: 'note' });
    await db
      .insertInto('thread_opening')
      .values({ circle_id: circleId, thread_id: threadId, person_id: tomasz.personId })
      .execute();
    expect(await seenBy(tomasz, { note: noteId })).toMatchObject({ kind: 'note' });
    await db.deleteFrom('thread_opening').where('person_id', '=', tomasz.personId).execute();
  });

  test('that was taken back is gone, and the asker alone is told so', async () => {
    const gone = await noteBy(rui, threadId, { body: 'Not for long.', quote: 'A passage.' });
    await takeBackNote(rui, threadId, gone);
    expect(await seenBy(noor, { note: gone })).toEqual({ kind: 'gone', of: 'note' });
    expect(await seenBy(noor, { passage: gone })).toEqual({ kind: 'gone', of: 'passage' });
    for (const other of [rui, tomasz, mallory]) {
      expect(await seenBy(other, { note: gone })).toBeNull();
      expect(await seenBy(other, { passage: gone })).toBeNull();
    }
  });

  test('without a quotation is no passage', async () => {
    const plain = await noteBy(rui, threadId);
    expect(await seenBy(noor, { passage: plain })).toEqual({ kind: 'gone', of: 'passage' });
  });

  test('is nothing of a circle its asker has left', async () => {
    const season = await seasonOf(1);
    const [lena] = season.members as [Member];
    const started = await threadBy(season.host);
    const source = { note: started.noteId };
    const id = await openAsk(lena.viewer, { circleId: season.circle.id, source });
    await db.deleteFrom('membership').where('person_id', '=', lena.personId).execute();
    const seen = await sourcesOf(await viewer(lena.viewer), [id]);
    expect(seen.get(id)).toEqual({ kind: 'elsewhere', of: 'note' });
  });
});

describe('a takeaway', () => {
  const source = () => ({ takeaway: { reading: readingId, person: rui.personId } });
  beforeAll(async () => {
    expect(await endSeason(host, readingId, answerOn(9))).toEqual({ ok: true });
    expect(await writeTakeaway(rui, readingId, { body: 'I took **this**.', version: 0 })).toEqual({
      ok: true,
    });
  });

  test('is shown to members of its circle', async () => {
    const shown = { kind: 'takeaway', by: rui.viewer.name, beginning: 'I took this.' };
    expect(await seenBy(noor, source())).toEqual({
      ...{ ...shown, mine: false, book: 'Accelerate', href: wrap() },
    });
    expect(await seenBy(rui, source())).toMatchObject({ kind: 'takeaway', mine: true });
  });

  test('is folded for a member who still reads, until they open what was written', async () => {
    expect(await seenBy(tomasz, source())).toEqual({
      ...{ kind: 'folded', of: 'takeaway', section: 'Accelerate', href: wrap() },
    });
    await db
      .insertInto('takeaway_opening')
      .values({ circle_id: circleId, reading_id: readingId, person_id: tomasz.personId })
      .execute();
    expect(await seenBy(tomasz, source())).toMatchObject({ kind: 'takeaway' });
  });

  test('is a takeaway of their circle to somebody else', async () => {
    expect(await seenBy(mallory, source())).toEqual({ kind: 'elsewhere', of: 'takeaway' });
  });

  test('that was taken back, or never was, is gone', async () => {
    const none = { takeaway: { reading: readingId, person: tomasz.personId } };
    expect(await seenBy(noor, none)).toEqual({ kind: 'gone', of: 'takeaway' });
    expect(await seenBy(rui, none)).toBeNull();
    await db
      .insertInto('takeaway_removal')
      .values({ circle_id: circleId, reading_id: readingId, person_id: rui.personId })
      .execute();
    expect(await seenBy(noor, source())).toEqual({ kind: 'gone', of: 'takeaway' });
    expect(await seenBy(mallory, source())).toBeNull();
  });
});

describe('a card', () => {
  test('is the site’s', async () => {
    const title = expect.stringMatching(/./);
    for (const who of [noor, mallory]) {
      expect(await seenBy(who, { card })).toEqual({
        ...{ kind: 'card', title, href: '/cards/asking-for-help/the-ten-minute-ask' },
      });
    }
  });

  test('that left its deck is gone', async () => {
    const left = { card: { ...card, slug: 'left-long-ago' } };
    expect(await seenBy(noor, left)).toEqual({ kind: 'gone', of: 'card' });
    expect(await seenBy(mallory, left)).toBeNull();
  });
});

test('several asks are one answer; a draft’s source is its asker’s alone', async () => {
  const one = await openAsk(noor.viewer, { circleId, source: { passage: noteId } });
  const two = await openAsk(noor.viewer, { source: { card } });
  const none = await openAsk(noor.viewer);
  await db
    .updateTable('ask')
    .set({ state: 'draft', opened_at: null })
    .where('id', '=', two)
    .execute();
  const keys = async (who: Viewer) =>
    [...(await sourcesOf(await viewer(who), [one, two, none])).keys()].sort();
  expect(await keys(noor.viewer)).toEqual([one, two].sort());
  expect(await keys(rui.viewer)).toEqual([one]);
});

test('an ask begins only from what its asker can see', async () => {
  const begun = async (who: Viewer, circle: number | null, source: SourceInAddress) =>
    (await sourceToBe(await viewer(who), circle, source))?.kind ?? null;
  expect(await begun(noor.viewer, circleId, { passage: noteId })).toBe('passage');
  expect(await begun(noor.viewer, null, { passage: noteId })).toBeNull();
  expect(await begun(mallory, circleId, { passage: noteId })).toBeNull();
  expect(await begun(mallory, circleId, { note: noteId })).toBeNull();
  expect(await begun(noor.viewer, circleId, { note: 999_999_999 })).toBeNull();
  expect(await begun(mallory, null, { card })).toBe('card');
});
