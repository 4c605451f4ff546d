import { beforeEach, describe, expect, test } from 'vitest';
import type { Host, Member } from '#app/access/proofs.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import { editNote } from '#app/discussions/notes/commands/edit-note.server.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { myNote, noteAddress, noteHistory } from '#app/discussions/notes/queries/notes.server.ts';
import { bookIn } from '#tests/reading/planned.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { countsOf, threadBy } from './notes.ts';

let ines: Member;
let noor: Member;
let stranger: Member;
let threadId: number;
let noteId: number;

beforeEach(async () => {
  const circle = await circleOf({ members: [await person('Noor')] });
  ines = circle.host;
  [noor] = circle.members as [Member];
  stranger = (await circleOf({ host: await person('Mallory') })).host;
  ({ threadId, noteId } = await threadBy(noor, { body: 'As *posted*.' }));
});

const to = (body: string, version: number) => ({
  body,
  quote: '',
  quotePage: '',
  about: null,
  version,
});

describe('editing', () => {
  test('changes the note, says so, and keeps what it said', async () => {
    const [before] = (await visitThread(ines, threadId, { kind: 'landing' }))?.notes ?? [];
    expect(before).not.toHaveProperty('edited');
    const now = new Date('2030-01-01T10:00:00Z');
    expect(await editNote(noor, threadId, noteId, to('As **edited**.', 1), { now })).toEqual({
      ok: true,
    });
    const [note] = (await visitThread(ines, threadId, { kind: 'landing' }))?.notes ?? [];
    expect(note).toMatchObject({ edited: true, html: '<p>As <strong>edited</strong>.</p>' });
    const history = await noteHistory(ines, threadId, noteId);
    expect(history?.by).toBe('Noor');
    expect(history?.versions).toMatchObject([
      { version: 2, html: '<p>As <strong>edited</strong>.</p>', at: now.toISOString() },
      { version: 1, html: '<p>As <em>posted</em>.</p>' },
    ]);
    const postedAt = history?.versions[1]?.at.slice(0, 16);
    expect(note).toMatchObject({ when: { at: `${postedAt}Z` } });
  });

  test('from two tabs loses neither: the second is handed what the first wrote', async () => {
    expect((await myNote(noor, threadId, noteId))?.version).toBe(1);
    const edits = await Promise.all([
      editNote(noor, threadId, noteId, to('From the first tab.', 1)),
      editNote(noor, threadId, noteId, to('From the second tab.', 1)),
    ]);
    expect(edits.filter((edit) => edit.ok)).toHaveLength(1);
    const kept = edits[0].ok ? 'From the first tab.' : 'From the second tab.';
    expect(edits.find((edit) => !edit.ok)).toEqual({
      ok: false,
      reason: 'changed',
      theirs: {
        ...{ body: kept, html: `<p>${kept}</p>`, quote: '', quotePage: '', version: 2 },
        sectionId: null,
      },
      sectionId: null,
    });
    expect(await myNote(noor, threadId, noteId)).toMatchObject({ body: kept, version: 2 });
    expect(await editNote(noor, threadId, noteId, to('Having seen both.', 2))).toEqual({
      ok: true,
    });
    expect((await noteHistory(noor, threadId, noteId))?.versions).toHaveLength(3);
  });

  test('sent twice is one edit', async () => {
    const edit = to('Once.', 1);
    const edits = await Promise.all([1, 2].map(() => editNote(noor, threadId, noteId, edit)));
    expect(edits).toEqual([{ ok: true }, { ok: true }]);
    expect((await noteHistory(noor, threadId, noteId))?.versions).toHaveLength(2);
  });

  test('to the same words is no edit', async () => {
    expect(await editNote(noor, threadId, noteId, to('As *posted*.', 1))).toEqual({ ok: true });
    expect((await myNote(noor, threadId, noteId))?.version).toBe(1);
  });

  test('into something that cannot be shown is refused', async () => {
    const tangled = to('> '.repeat(60), 1);
    expect(await editNote(noor, threadId, noteId, tangled)).toEqual({
      ok: false,
      reason: 'tangled',
    });
    expect((await myNote(noor, threadId, noteId))?.body).toBe('As *posted*.');
  });

  test('is for its author, in its own thread, while it is there', async () => {
    const no = { ok: false, reason: 'no-note' };
    const other = await threadBy(noor);
    expect(await editNote(ines, threadId, noteId, to('No.', 1))).toEqual({
      ok: false,
      reason: 'not-yours',
    });
    expect(await editNote(stranger, threadId, noteId, to('No.', 1))).toEqual(no);
    expect(await editNote(noor, other.threadId, noteId, to('No.', 1))).toEqual(no);
    await takeBackNote(noor, threadId, noteId);
    expect(await editNote(noor, threadId, noteId, to('No.', 1))).toEqual({
      ok: false,
      reason: 'taken-back',
    });
    expect(await myNote(noor, threadId, noteId)).toMatchObject({ takenBack: true });
    expect(await myNote(ines, threadId, noteId)).toBeNull();
  });

  test('of a note taken back meanwhile brings it back where its author says so', async () => {
    await takeBackNote(noor, threadId, noteId);
    const form = { ...to('Back, and other.', 1), restore: 'yes' as const };
    expect(await editNote(ines, threadId, noteId, form)).toMatchObject({ reason: 'not-yours' });
    const edits = await Promise.all([1, 2].map(() => editNote(noor, threadId, noteId, form)));
    expect(edits).toEqual([{ ok: true }, { ok: true }]);
    const page = await visitThread(ines, threadId, { kind: 'landing' });
    expect(page?.notes).toMatchObject([{ html: '<p>Back, and other.</p>' }]);
    expect(page?.notes[0]).not.toHaveProperty('gone');
    expect((await countsOf(threadId)).kept).toEqual({ count: 1, last: noteId });
  });
});

describe('a form from an older tab', () => {
  let sections: number[];
  beforeEach(async () => {
    ({ ids: sections } = await bookIn(ines as Host));
  });
  const about = async () => (await myNote(noor, threadId, noteId))?.sectionId;

  test('that mends a typo leaves the stamp that was changed since', async () => {
    const [one, two] = sections as [number, number];
    expect(
      await editNote(noor, threadId, noteId, { ...to('As *posted*.', 1), about: one }),
    ).toEqual({ ok: true });
    expect(await about()).toBe(one);
    const form = await myNote(noor, threadId, noteId);
    const stale = { ...to('As *posted*.', form?.version ?? 0), about: one };
    expect(await editNote(noor, threadId, noteId, { ...stale, about: two })).toEqual({ ok: true });
    expect(await editNote(noor, threadId, noteId, { ...stale, body: 'Mended.' })).toEqual({
      ok: true,
    });
    expect(await myNote(noor, threadId, noteId)).toMatchObject({ sectionId: two, body: 'Mended.' });
    const page = await visitThread(ines, threadId, { kind: 'landing' });
    expect(page?.notes[0]).toMatchObject({ html: '<p>Mended.</p>', edited: true });
  });

  test('from when it was about nothing does not unfold it', async () => {
    const [one] = sections as [number];
    await editNote(noor, threadId, noteId, { ...to('As *posted*.', 1), about: one });
    const stale = { ...to('Mended.', 1), about: 'none' as const };
    expect(await editNote(noor, threadId, noteId, stale)).toEqual({ ok: true });
    expect(await about()).toBe(one);
  });

  test('and one that chose another stamp meanwhile: both are shown', async () => {
    const [one, two, three] = sections as [number, number, number];
    await editNote(noor, threadId, noteId, { ...to('As *posted*.', 1), about: two });
    const other = { ...to('As *posted*.', 1), about: three };
    expect(await editNote(noor, threadId, noteId, other)).toMatchObject({
      ...{ ok: false, reason: 'changed', sectionId: three, theirs: { sectionId: two, version: 2 } },
    });
    expect(await about()).toBe(two);
    // In words alone: what comes back keeps the stamp of now.
    await editNote(noor, threadId, noteId, { ...to('One.', 2), about: one });
    const words = { ...to('Two.', 2), about: two };
    expect(await editNote(noor, threadId, noteId, words)).toMatchObject({
      ...{ reason: 'changed', sectionId: one },
    });
  });

  test('changes what it changes: a passage from one, words from another', async () => {
    await editNote(noor, threadId, noteId, { ...to('As *posted*.', 1), quote: 'A model.' });
    expect(await editNote(noor, threadId, noteId, to('Mended.', 1))).toEqual({ ok: true });
    expect(await myNote(noor, threadId, noteId)).toMatchObject({
      ...{ body: 'Mended.', quote: 'A model.', version: 3 },
    });
  });

  test('whose section is gone saves its words all the same', async () => {
    const [one] = sections as [number];
    await editNote(noor, threadId, noteId, { ...to('As *posted*.', 1), about: one });
    await editNote(noor, threadId, noteId, { ...to('As *posted*.', 2), about: sections[1] ?? 0 });
    await db.deleteFrom('section').where('id', '=', one).execute();
    const stale = { ...to('Mended.', 2), about: one };
    expect(await editNote(noor, threadId, noteId, stale)).toEqual({ ok: true });
    expect(await about()).toBe(sections[1]);
  });

  test('a stamp alone is no edit that readers are shown, and has no place in its history', async () => {
    await editNote(noor, threadId, noteId, { ...to('As *posted*.', 1), about: sections[0] ?? 0 });
    expect((await myNote(noor, threadId, noteId))?.version).toBe(2);
    const page = await visitThread(ines, threadId, { kind: 'landing' });
    expect(page?.notes[0]).not.toHaveProperty('edited');
    await editNote(noor, threadId, noteId, to('Edited.', 2));
    await editNote(noor, threadId, noteId, { ...to('Edited.', 3), about: 'none' });
    const history = await noteHistory(noor, threadId, noteId);
    expect(history?.versions.map(({ html }) => html)).toEqual([
      ...['<p>Edited.</p>', '<p>As <em>posted</em>.</p>'],
    ]);
  });
});

test('a note of another circle, thread or author opens for nobody', async () => {
  const other = await threadBy(noor);
  expect(await noteAddress(ines, threadId, noteId)).toContain(`?at=${noteId}#note-${noteId}`);
  expect(await noteAddress(ines, other.threadId, noteId)).toBeNull();
  expect(await noteAddress(stranger, threadId, noteId)).toBeNull();
  expect(await noteHistory(stranger, threadId, noteId)).toBeNull();
  expect(await noteHistory(ines, other.threadId, noteId)).toBeNull();
  expect(await myNote(ines, threadId, noteId)).toBeNull();
});

test('what was taken back has no history for anyone', async () => {
  await editNote(noor, threadId, noteId, to('Edited.', 1));
  expect(await noteHistory(ines, threadId, noteId)).not.toBeNull();
  await takeBackNote(noor, threadId, noteId);
  expect(await noteHistory(ines, threadId, noteId)).toBeNull();
});
