import { beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import { editNote } from '#app/discussions/notes/commands/edit-note.server.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { myNote, noteAddress, noteHistory } from '#app/discussions/notes/queries/notes.server.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { threadBy } from './notes.ts';

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
      theirs: { body: kept, html: `<p>${kept}</p>`, quote: '', quotePage: '', version: 2 },
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
    expect(await myNote(noor, threadId, noteId)).toBeNull();
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
