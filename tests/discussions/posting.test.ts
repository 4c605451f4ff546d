import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { allDecks } from '#app/cards/queries/cards.server.ts';
import { startThread } from '#app/discussions/commands/start-thread.server.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import { editNote } from '#app/discussions/notes/commands/edit-note.server.ts';
import { postNote } from '#app/discussions/notes/commands/post-note.server.ts';
import {
  restoreNote,
  takeBackNote,
} from '#app/discussions/notes/commands/take-back-note.server.ts';
import { threadsIn } from '#app/discussions/queries/threads.server.ts';
import { db } from '#db/database.server.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { countsOf, noteBy, noteForm, threadBy, threadForm } from './notes.ts';

let ines: Member;
let noor: Member;
let rui: Member;
let stranger: Member;

beforeEach(async () => {
  const circle = await circleOf({ members: [await person('Noor'), await person('Rui')] });
  const other = await circleOf({ host: await person('Mallory') });
  ines = circle.host;
  [noor, rui] = circle.members as [Member, Member];
  stranger = other.host;
});

const landing = { kind: 'landing' } as const;

describe('starting a thread', () => {
  test('makes the thread with its first note, rendered', async () => {
    expect((await threadsIn(noor)).threads).toEqual([]);
    const { threadId, noteId } = await threadBy(noor, {
      body: 'It **hides**.',
      quote: 'A model.',
      quotePage: '86',
    });
    const page = await visitThread(ines, threadId, landing);
    expect(page).toMatchObject({
      title: 'A feedback loop you can’t see from inside',
      names: { [noor.personId]: 'Noor' },
      earlier: false,
      later: false,
      visited: false,
    });
    expect(page?.notes).toEqual([
      {
        id: noteId,
        by: noor.personId,
        when: expect.anything(),
        html: '<p>It <strong>hides</strong>.</p>',
        quote: 'A model.',
        page: '86',
      },
    ]);
    expect((await countsOf(threadId)).kept).toEqual({ count: 1, last: noteId });
  });

  test('sent twice at once, it is one thread with one note', async () => {
    const form = threadForm();
    const [first, second] = await Promise.all([startThread(noor, form), startThread(noor, form)]);
    expect(first.ok).toBe(true);
    expect(second).toEqual(first);
    expect((await threadsIn(noor)).threads).toHaveLength(1);
    expect(await startThread(noor, form)).toEqual(first);
  });

  test('another thread under a used key is another thread, once', async () => {
    const form = threadForm();
    const first = await startThread(noor, form);
    const other = { ...form, title: 'Something else', body: 'Another text.' };
    const second = await startThread(noor, other);
    expect(second).not.toEqual(first);
    expect(await startThread(noor, other)).toEqual(second);
    expect((await threadsIn(noor)).threads.map(({ title }) => title)).toEqual([
      'Something else',
      form.title,
    ]);
  });

  test('the same text under a used key, with something else beside it, is not taken for it', async () => {
    const { sectionId, sessionId } = await bookAndSession(ines);
    const [deck] = await allDecks();
    const card = { deck: deck?.slug ?? '', card: deck?.cards[0]?.slug ?? '' };
    const form = threadForm();
    const started = await startThread(noor, form);
    if (!started.ok) throw new Error(started.reason);
    const others = [{ title: 'Other' }, { sectionId }, { sessionId }, card, { quotePage: '86' }];
    for (const other of others) {
      expect(await startThread(noor, { ...form, ...other })).toEqual({
        ...{ ok: false, reason: 'saved-first' },
        ...{ threadId: started.threadId, noteId: started.noteId },
      });
    }
    expect((await threadsIn(noor)).threads).toHaveLength(1);
  });

  test('a section or session of another circle is refused, and nothing is written', async () => {
    const { sectionId, sessionId } = await bookAndSession(stranger);
    expect(await startThread(noor, threadForm({ sectionId }))).toEqual({
      ok: false,
      reason: 'no-section',
    });
    expect(await startThread(noor, threadForm({ sessionId }))).toEqual({
      ok: false,
      reason: 'no-session',
    });
    expect((await threadsIn(noor)).threads).toEqual([]);
  });

  test('a card that no shelf has is refused', async () => {
    const form = threadForm({ deck: 'no-such-deck', card: 'no-such-card' });
    expect(await startThread(noor, form)).toEqual({ ok: false, reason: 'no-card' });
    expect((await threadsIn(noor)).threads).toEqual([]);
  });

  test('belongs to a section, a session and a card', async () => {
    const { sectionId, sessionId } = await bookAndSession(noor);
    const [shelf] = await allDecks();
    const card = shelf?.cards[0];
    if (!card) throw new Error('no card');
    const { threadId } = await threadBy(noor, {
      sectionId,
      sessionId,
      deck: card.deck,
      card: card.slug,
    });
    const page = await visitThread(ines, threadId, landing);
    expect(page?.context).toMatchObject({
      section: { id: sectionId, name: 'Chapter 4: Why Systems Surprise Us' },
      session: { id: sessionId, title: 'Stocks and flows', startsAt: '2026-06-02T16:00:00.000Z' },
      card: { deck: card.deck, slug: card.slug, title: card.title },
    });
  });
});

describe('posting a note', () => {
  test('many at once: every one counts, and the last is the last', async () => {
    const { threadId } = await threadBy(noor);
    await Promise.all(
      Array.from({ length: 12 }, (_, i) => noteBy(i % 2 ? ines : rui, threadId, { body: `n${i}` })),
    );
    const counts = await countsOf(threadId);
    expect(counts.true.count).toBe(13);
    expect(counts.kept).toEqual(counts.true);
  });

  test('sent three times at once, it is one note', async () => {
    const { threadId } = await threadBy(noor);
    const form = noteForm();
    const posted = await Promise.all([1, 2, 3].map(() => postNote(ines, threadId, form)));
    expect(new Set(posted.map((each) => each.ok && each.noteId)).size).toBe(1);
    expect((await countsOf(threadId)).kept.count).toBe(2);
  });

  test('another text under a used key is another note, once', async () => {
    const { threadId } = await threadBy(noor);
    const submissionKey = randomUUID();
    const first = await noteBy(ines, threadId, { submissionKey, body: 'first' });
    const second = await noteBy(ines, threadId, { submissionKey, body: 'second' });
    expect(second).not.toBe(first);
    expect(await noteBy(ines, threadId, { submissionKey, body: 'second' })).toBe(second);
    expect(await noteBy(ines, threadId, { submissionKey, body: 'first' })).toBe(first);
    expect((await countsOf(threadId)).kept.count).toBe(3);
  });

  test('the same text with something else beside it, under a used key, is not taken for it', async () => {
    const { sectionId } = await bookAndSession(ines);
    const { threadId } = await threadBy(noor);
    const elsewhere = await threadBy(noor);
    const form = noteForm({ quote: 'A model.', quotePage: '86' });
    const noteId = await noteBy(ines, threadId, form);
    const first = { ok: false, reason: 'saved-first', threadId, noteId };
    const others = [{ about: sectionId }, { about: 'none' as const }, { quotePage: '87' }];
    for (const other of [...others, { quote: 'The model.' }]) {
      expect(await postNote(ines, threadId, { ...form, ...other })).toEqual(first);
    }
    expect(await postNote(ines, elsewhere.threadId, form)).toEqual(first);
    expect((await countsOf(threadId)).kept.count).toBe(2);
    expect((await countsOf(elsewhere.threadId)).kept.count).toBe(1);
  });

  test('sent again after it was edited, or at once with another stamp, it is one note', async () => {
    const { sectionId } = await bookAndSession(ines);
    const { threadId } = await threadBy(noor);
    const form = noteForm({ body: 'As *posted*.' });
    const noteId = await noteBy(ines, threadId, form);
    await editNote(ines, threadId, noteId, { ...form, body: 'Edited.', version: 1 });
    expect(await postNote(ines, threadId, form)).toMatchObject({ ok: true, noteId });
    const other = noteForm();
    const posted = await Promise.all([
      postNote(ines, threadId, other),
      postNote(ines, threadId, { ...other, about: sectionId }),
    ]);
    expect(posted.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await countsOf(threadId)).kept.count).toBe(3);
  });

  test('another circle’s thread is not there, whoever asks', async () => {
    const { threadId } = await threadBy(noor);
    expect(await postNote(stranger, threadId, noteForm())).toEqual({
      ok: false,
      reason: 'no-thread',
    });
    expect(await visitThread(stranger, threadId, landing)).toBeNull();
    expect((await countsOf(threadId)).notes).toBe(1);
  });

  test.each([
    ['tangled', '> '.repeat(60)],
    ['empty', '[a]: http://x.org'],
  ])('what is %s is refused and not written', async (reason, body) => {
    const { threadId } = await threadBy(noor);
    expect(await postNote(ines, threadId, noteForm({ body }))).toEqual({ ok: false, reason });
    expect((await countsOf(threadId)).notes).toBe(1);
  });

  test('can be dated', async () => {
    const now = new Date('2026-03-01T10:00:00Z');
    const started = await startThread(noor, threadForm(), { now });
    if (!started.ok) throw new Error(started.reason);
    const page = await visitThread(ines, started.threadId, landing);
    expect(page?.notes[0]).toMatchObject({ when: { at: '2026-03-01T10:00Z' } });
    expect((await threadsIn(noor)).threads[0]?.lastAt).toBe('2026-03-01T10:00:00.000Z');
  });
});

describe('taking a note back', () => {
  test('leaves a line for everyone and its words for nobody; bringing it back restores it', async () => {
    const { threadId, noteId } = await threadBy(noor, { quote: 'A model.' });
    await noteBy(ines, threadId);
    expect(await takeBackNote(noor, threadId, noteId)).toEqual({ ok: true });
    const gone = await visitThread(ines, threadId, landing);
    expect(gone?.notes).toHaveLength(2);
    expect(gone?.notes[0]).toEqual({
      id: noteId,
      by: noor.personId,
      when: expect.anything(),
      html: '',
      gone: true,
    });
    expect((await countsOf(threadId)).kept.count).toBe(1);

    expect(await restoreNote(noor, threadId, noteId)).toEqual({ ok: true });
    const back = await visitThread(ines, threadId, landing);
    expect(back?.notes[0]).toMatchObject({
      quote: 'A model.',
      html: expect.stringContaining('What'),
    });
    expect((await countsOf(threadId)).kept.count).toBe(2);
  });

  test('twice at once is once, and so is bringing it back', async () => {
    const { threadId, noteId } = await threadBy(noor);
    await Promise.all([1, 2, 3].map(() => takeBackNote(noor, threadId, noteId)));
    expect((await countsOf(threadId)).kept.count).toBe(0);
    await Promise.all([1, 2, 3].map(() => restoreNote(noor, threadId, noteId)));
    expect((await countsOf(threadId)).kept.count).toBe(1);
  });

  test('only its author can, in its own thread and circle', async () => {
    const { threadId, noteId } = await threadBy(noor);
    const elsewhere = await threadBy(noor);
    const no = { ok: false, reason: 'no-note' };
    const notYours = { ok: false, reason: 'not-yours' };
    expect(await takeBackNote(ines, threadId, noteId)).toEqual(notYours);
    expect(await takeBackNote(stranger, threadId, noteId)).toEqual(no);
    expect(await takeBackNote(noor, elsewhere.threadId, noteId)).toEqual(no);
    expect((await countsOf(threadId)).kept.count).toBe(1);
    await takeBackNote(noor, threadId, noteId);
    expect(await restoreNote(ines, threadId, noteId)).toEqual(notYours);
    expect((await countsOf(threadId)).kept.count).toBe(0);
  });

  test('while others post, the count stays right', async () => {
    const { threadId, noteId } = await threadBy(noor);
    await Promise.all([
      takeBackNote(noor, threadId, noteId),
      noteBy(ines, threadId),
      noteBy(rui, threadId),
      restoreNote(noor, threadId, noteId),
      noteBy(noor, threadId),
    ]);
    const counts = await countsOf(threadId);
    expect(counts.kept).toEqual(counts.true);
  });
});

async function bookAndSession(member: Member) {
  const circle_id = member.circleId;
  const book = await db
    .insertInto('book')
    .values({
      circle_id,
      title: 'Thinking in Systems',
      added_by: member.personId,
      submission_key: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const section = await db
    .insertInto('section')
    .values({
      circle_id,
      book_id: book.id,
      position: 1,
      label: '4',
      title: 'Why Systems Surprise Us',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const session = await db
    .insertInto('session')
    .values({
      circle_id,
      title: 'Stocks and flows',
      starts_at: new Date('2026-06-02T16:00:00Z'),
      time_zone: 'Europe/Madrid',
      minutes: 60,
      calendar_uid: randomUUID(),
      created_by: member.personId,
      submission_key: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { sectionId: section.id, sessionId: session.id };
}
