import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Facilitator, Member } from '#app/access/proofs.ts';
import { addBook } from '#app/books/commands/add-book.server.ts';
import type { SectionInput } from '#app/books/forms.ts';
import { bookOf } from '#app/books/queries/books.server.ts';
import { emptyRow, takeStep } from '#app/books/rules/book-draft.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import { editNote } from '#app/discussions/notes/commands/edit-note.server.ts';
import { myNote, noteHistory } from '#app/discussions/notes/queries/notes.server.ts';
import { changeReadBook } from '#app/reading/commands/change-read-book.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { standingIn } from '#app/reading/progress/queries/standing.server.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { day } from '#tests/reading/planned.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { untilWaiting } from '#tests/support/waiting.ts';

const titles = ['Trust', 'Conflict', 'Commitment', 'Results', 'Epilogue'];

const chapter = (title: string, startPage: number | null = null): SectionInput => ({
  ...{ kind: 'chapter', label: '', title, startPage },
});

/** A circle that reads a book of five sections, of which the plan holds the first and the fourth. */
async function reading(sections = titles.map((title) => chapter(title))) {
  const circle = await circleOf({ members: [await person('Noor'), await person('Rui')] });
  const { host } = circle;
  const [noor, rui] = circle.members as [Member, Member];
  const book = { title: 'The Advantage', subtitle: '', author: '', isbn: null, lastPage: null };
  const { bookId } = await addBook(host, { ...book, submissionKey: randomUUID(), sections });
  const ids = await sectionIds(host, bookId);
  const planned = await planReading(host, {
    ...{ bookId, submissionKey: randomUUID(), startsOn: day(-10), endsOn: day(20) },
    terms: plainTerms,
    milestones: [{ title: '', dueOn: day(10), sectionIds: [ids[0] ?? 0, ids[3] ?? 0] }],
  });
  if (!planned.ok) throw new Error(planned.reason);
  const saved = async (...named: (number | string)[]) => {
    const now = await bookOf(host, bookId);
    const byId = new Map(now?.sections.map((section) => [section.id, section]));
    return changeReadBook(host, bookId, {
      ...book,
      version: now?.version ?? 0,
      sections: named.map((one) =>
        typeof one === 'string' ? chapter(one) : (byId.get(one) ?? chapter('none')),
      ),
    });
  };
  const within = async (member: Member) => {
    const view = await readingOf(member, planned.readingId);
    if (!view) throw new Error('no reading');
    const { sections, said } = await standingIn(member, view);
    return { said, titles: sections.flatMap(({ title, within }) => (within ? [title] : [])) };
  };
  const slug = circle.slug;
  return { host, noor, rui, bookId, ids, readingId: planned.readingId, saved, within, slug };
}

async function sectionIds(host: Facilitator, bookId: number) {
  return (await bookOf(host, bookId))?.sections.map(({ id }) => id) ?? [];
}

const bookIdOf = async (readingId: number) =>
  (await db.selectFrom('reading').select('book_id').where('id', '=', readingId).executeTakeFirst())
    ?.book_id;

const stampOf = async (noteId: number) =>
  (
    await db
      .selectFrom('note')
      .select('section_id')
      .where('id', '=', noteId)
      .executeTakeFirstOrThrow()
  ).section_id;

describe('a section that is taken out of its book', () => {
  test('leaves its notes and threads to the next that stays: nobody reads them too early', async () => {
    const { host, noor, ids, saved, readingId, slug } = await reading();
    const [trust = 0, conflict = 0, commitment = 0, results = 0, epilogue = 0] = ids;
    const { threadId, noteId } = await threadBy(host, { sectionId: conflict, body: 'They part.' });
    const { threadId: loose } = await threadBy(host);
    const other = await noteBy(host, loose, { about: commitment, body: 'They make up.' });
    await saveProgress(noor, readingId, { what: 'sections', read: [trust] });
    const cookie = await signInCookie(noor.viewer);
    const pages = [`/circles/${slug}/threads/${threadId}`, `/circles/${slug}/threads/${loose}`];
    const read = async () =>
      (await Promise.all(pages.map((path) => ask(path, { cookie })))).map(({ body }) => body);
    expect((await read()).join()).not.toMatch(/They part|They make up/);

    expect(await saved(trust, results, epilogue)).toEqual({ ok: true });
    expect(await stampOf(noteId)).toBe(results);
    expect(await stampOf(other)).toBe(results);
    const thread = db.selectFrom('thread').select('section_id').where('id', '=', threadId);
    expect(await thread.executeTakeFirst()).toEqual({ section_id: results });
    expect((await read()).join()).not.toMatch(/They part|They make up/);
    // Who has read on finds them.
    await saveProgress(noor, readingId, { what: 'sections', read: [trust, results] });
    expect((await read()).join()).toMatch(/They part.*They make up/s);
  });

  test('is no reason to refuse what a note’s author was writing', async () => {
    const { noor, ids, saved } = await reading();
    const [trust = 0, conflict = 0, , results = 0, epilogue = 0] = ids;
    const { threadId, noteId } = await threadBy(noor, { sectionId: conflict, body: 'They part.' });
    const form = { quote: '', quotePage: '', version: 1 };

    expect(await saved(trust, results, epilogue)).toEqual({ ok: true });
    const edit = { ...form, body: 'They part early.', about: conflict };
    expect(await editNote(noor, threadId, noteId, edit)).toEqual({ ok: true });
    expect(await myNote(noor, threadId, noteId)).toMatchObject({
      ...{ body: 'They part early.', sectionId: results },
    });
    const history = await noteHistory(noor, threadId, noteId);
    expect(history?.versions.map(({ html }) => html)).toEqual([
      '<p>They part early.</p>',
      '<p>They part.</p>',
    ]);
  });

  test('marks no note as edited, and keeps a section its author chose meanwhile', async () => {
    const { noor, ids, saved } = await reading();
    const [trust = 0, conflict = 0, , results = 0, epilogue = 0] = ids;
    const { threadId, noteId } = await threadBy(noor, { sectionId: conflict, body: 'They part.' });
    expect(await saved(trust, results, epilogue)).toEqual({ ok: true });
    const [shown] = (await visitThread(noor, threadId, { kind: 'landing' }))?.notes ?? [];
    expect(shown).not.toHaveProperty('edited');
    expect((await noteHistory(noor, threadId, noteId))?.versions).toHaveLength(1);

    // Both moved it, to different places: its author decides.
    const form = { quote: '', quotePage: '', version: 1, body: 'They part.' };
    const chosen = await editNote(noor, threadId, noteId, { ...form, about: epilogue });
    expect(chosen).toMatchObject({ ok: false, reason: 'changed', sectionId: epilogue });
    expect(await stampOf(noteId)).toBe(results);
  });

  test('stays while what is said of it has nowhere to go, and leaves it to the last once the reading ended', async () => {
    const { host, noor, ids, saved, readingId, slug } = await reading();
    const [trust = 0, conflict = 0, commitment = 0, results = 0, epilogue = 0] = ids;
    const { threadId, noteId } = await threadBy(host, { sectionId: epilogue, body: 'They part.' });
    await saveProgress(noor, readingId, { what: 'sections', read: [trust, results] });
    const refused = { ok: false, reason: 'sections-spoken-of', titles: ['Epilogue'] };
    expect(await saved(trust, conflict, results)).toEqual(refused);
    expect(await saved(trust, results, 'An afterword')).toEqual(refused);
    // A note about it in another thread is enough, one about what has a later section is none.
    const { threadId: loose } = await threadBy(host, { sectionId: commitment });
    expect(await saved(trust, conflict, results, epilogue)).toEqual({ ok: true });
    await noteBy(host, loose, { about: epilogue });
    expect(await saved(trust, conflict, results)).toEqual(refused);
    expect(await sectionIds(host, (await bookIdOf(readingId)) ?? 0)).toContain(epilogue);
    const page = await ask(`/circles/${slug}/threads/${threadId}`, {
      cookie: await signInCookie(noor.viewer),
    });
    expect(page.body).not.toContain('They part');

    const ended = await endSeason(host, readingId, { day: day(10), zone: host.circle.timeZone });
    expect(ended.ok).toBe(true);
    expect(await saved(trust, conflict, results)).toEqual({ ok: true });
    expect(await stampOf(noteId)).toBe(results);
  });

  test('is the same one when a pasted table of contents names it again', async () => {
    const { host, noor, ids, saved, within, bookId, readingId } = await reading();
    const [, conflict = 0, commitment = 0] = ids;
    const { noteId } = await threadBy(host, { sectionId: conflict });
    const { noteId: gone } = await threadBy(host, { sectionId: commitment });
    await saveProgress(noor, readingId, { what: 'sections', read: ids.slice(0, 2) });
    expect(await saved('Foreword', 'TRUST', '“Conflict”', 'Results', 'Epilogue', 'Thanks')).toEqual(
      { ok: true },
    );
    const now = await sectionIds(host, bookId);
    expect(now.slice(1, 5)).toEqual([ids[0], conflict, ids[3], ids[4]]);
    expect(await stampOf(noteId)).toBe(conflict);
    expect(await stampOf(gone)).toBe(ids[3]);
    expect((await within(noor)).titles).toEqual(['TRUST', '“Conflict”']);
  });

  test('who read nothing but it has begun, and has read nothing of what stays', async () => {
    const { noor, rui, ids, saved, within, readingId } = await reading();
    const [trust = 0, conflict = 0, commitment = 0, results = 0] = ids;
    await saveProgress(noor, readingId, { what: 'sections', read: [conflict] });
    await saveProgress(rui, readingId, { what: 'sections', read: [trust, conflict] });
    expect(await saved(trust, commitment, results)).toEqual({ ok: true });
    expect(await within(noor)).toEqual({ said: true, titles: [] });
    expect(await within(rui)).toEqual({ said: true, titles: ['Trust'] });
  });

  test('a percent reaches no further in the book as it is then', async () => {
    const { noor, rui, ids, saved, within, readingId } = await reading();
    await saveProgress(noor, readingId, { what: 'place', page: undefined, percent: 40 });
    await saveProgress(rui, readingId, { what: 'place', page: undefined, percent: 100 });
    expect((await within(noor)).titles).toEqual(['Trust', 'Conflict']);
    const more = ['One', 'Two', 'Three', 'Four', 'Five'];
    expect(await saved(...ids, ...more)).toEqual({ ok: true });
    expect((await within(noor)).titles).toEqual(['Trust', 'Conflict']);
    expect((await within(rui)).titles).toEqual([...titles, ...more]);
  });

  test('the last one cannot be taken out', async () => {
    const { host } = await circleOf();
    const book = { title: 'A', subtitle: '', author: '', isbn: null, lastPage: null };
    const { bookId } = await addBook(host, {
      ...book,
      submissionKey: randomUUID(),
      sections: [chapter('Only')],
    });
    const refused = await changeReadBook(host, bookId, { ...book, version: 1, sections: [] });
    expect(refused).toEqual({ ok: false, reason: 'no-sections' });
    expect(await sectionIds(host, bookId)).toHaveLength(1);
  });

  test('a note that is written about it at this moment is neither lost nor open', async () => {
    const { host, noor, ids, saved } = await reading();
    const [trust = 0, conflict = 0, , results = 0] = ids;
    const { threadId } = await threadBy(host);
    const [changed, posted] = await Promise.allSettled([
      saved(trust, results),
      noteBy(noor, threadId, { about: conflict }),
    ]);
    expect(changed).toMatchObject({ status: 'fulfilled', value: { ok: true } });
    if (posted.status === 'fulfilled') expect(await stampOf(posted.value)).toBe(results);
    else expect(String(posted.reason)).toContain('no-section');
  });
});

describe('a note that takes over a section while it is taken out', () => {
  /** Takes sections out while a note by this form is being written; what became of both. */
  async function meanwhile<T>(
    author: Member,
    write: (submissionKey: string) => Promise<T>,
    takeOut: () => Promise<unknown>,
    waiting: number,
  ) {
    const submissionKey = randomUUID();
    const { threadId } = await threadBy(author);
    const both = await db.transaction().execute(async (other) => {
      // A note under the same key, which is then not kept: what is written waits for it, with its
      // thread held and its section chosen.
      await other
        .insertInto('note')
        .values({
          circle_id: author.circleId,
          thread_id: threadId,
          author_id: author.personId,
          ...{ body: 'x', body_html: 'x', submission_key: submissionKey },
        })
        .execute();
      const written = write(submissionKey);
      await untilWaiting(1);
      const changed = takeOut();
      await (waiting > 1 ? untilWaiting(waiting) : changed);
      await other
        .deleteFrom('note')
        .where('submission_key', '=', submissionKey)
        .where('thread_id', '=', threadId)
        .execute();
      return [written, changed] as const;
    });
    const [written, changed] = await Promise.all(both);
    expect(changed).toEqual({ ok: true });
    return written;
  }

  test('from its thread, is about the next one', async () => {
    const { host, noor, ids, saved } = await reading();
    const [trust = 0, conflict = 0, , results = 0] = ids;
    const { threadId } = await threadBy(host, { sectionId: conflict });
    const noteId = await meanwhile(
      noor,
      (submissionKey) => noteBy(noor, threadId, { submissionKey }),
      () => saved(trust, results),
      2,
    );
    expect(await stampOf(noteId)).toBe(results);
  });

  test('from how far its author is, is written, about how far they are then', async () => {
    const { host, noor, ids, saved, readingId } = await reading();
    const [trust = 0, conflict = 0, , results = 0] = ids;
    await saveProgress(noor, readingId, { what: 'sections', read: [trust, conflict] });
    const { threadId } = await threadBy(host);
    const noteId = await meanwhile(
      noor,
      (submissionKey) => noteBy(noor, threadId, { submissionKey }),
      () => saved(trust, results),
      1,
    );
    expect(await stampOf(noteId)).toBe(trust);
  });
});

test('a book that is saved twice by one form is saved once', async () => {
  const { host } = await circleOf();
  const book = { title: 'A', subtitle: '', author: '', isbn: null, lastPage: 90 };
  const { bookId } = await addBook(host, {
    ...{ ...book, submissionKey: randomUUID(), sections: [chapter('One', 3)] },
  });
  const edit = {
    ...book,
    title: 'B',
    version: 1,
    sections: [chapter('One', 3), chapter('Two', 40)],
  };
  for (let times = 0; times < 2; times++) {
    expect(await changeReadBook(host, bookId, edit)).toEqual({ ok: true });
  }
  expect(await bookOf(host, bookId)).toMatchObject({ title: 'B', version: 2 });
  const other = await changeReadBook(host, bookId, { ...edit, title: 'C' });
  expect(other).toEqual({ ok: false, reason: 'changed-meanwhile' });
});

test('pasting another table of contents into the form keeps the sections it names', () => {
  const row = (id: string, title: string) => ({ ...emptyRow, id, title });
  const draft = {
    contents: '1. Trust 9\n2. Conflict 31',
    sections: [row('7', 'trust'), row('8', 'Results'), row('', 'Typed by hand')],
  };
  const read = takeStep(draft, 'read');
  expect(read.sections.map(({ id, title, page }) => [id, title, page])).toEqual([
    ['8', 'Results', ''],
    ['', 'Typed by hand', ''],
    ['7', 'Trust', '9'],
    ['', 'Conflict', '31'],
  ]);
  expect(takeStep(read, 'read').sections).toEqual(read.sections);
});
