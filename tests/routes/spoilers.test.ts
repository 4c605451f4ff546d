import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { addBook } from '#app/books/commands/add-book.server.ts';
import { bookOf } from '#app/books/queries/books.server.ts';
import { editNote } from '#app/discussions/notes/commands/edit-note.server.ts';
import { itemsOf } from '#app/notifications/inbox/queries/items.server.ts';
import { outboxMessage, outboxPage } from '#app/platform/mail/outbox.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { writeTakeaway } from '#app/seasons/commands/write-takeaway.server.ts';
import { addDays } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { openAsk } from '#tests/mentoring/scene.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { runJobs } from '#tests/support/jobs.ts';
import { manifest } from '#tests/support/server-build.ts';
import { pathOf, variants } from './paths.ts';

/** It stands in every field of every note that the reader below the line must not see. */
const FURTHER = 'zaffre-further';
/** It stands in what they may see, so that an empty page proves nothing. */
const BEFORE = 'verdigris-before';

const further = { body: `It is **${FURTHER}**.`, quote: FURTHER, quotePage: FURTHER };

const day = (away: number) => addDays(new Date().toISOString().slice(0, 10), away);

let host: Member;
/** has read the first chapter; the plan is further */
let noor: Member;
/** has read the whole book */
let rui: Member;
let readingId: number;
let second: number;
let threadId: number;
let loose: number;
let hidden: number;
/** over, and left by the same reader half way */
let pastId: number;
let params: Record<string, string | number>;

beforeAll(async () => {
  const circle = await circleOf({ members: [await person('Noor'), await person('Rui')] });
  ({ host } = circle);
  [noor, rui] = circle.members as [Member, Member];
  const added = await addBook(circle.host, {
    ...{ title: 'A book', subtitle: '', author: '', isbn: null, lastPage: 90 },
    submissionKey: randomUUID(),
    sections: [1, 2, 3].map((n) => ({
      ...{ kind: 'chapter' as const, label: String(n), title: `Part ${n}` },
      startPage: n * 30 - 29,
    })),
  });
  const book = await bookOf(circle.host, added.bookId);
  const [one, two, three] = book?.sections.map(({ id }) => id) ?? [];
  if (!one || !two || !three) throw new Error('three sections');
  second = two;
  const planned = await planReading(circle.host, {
    ...{ bookId: added.bookId, submissionKey: randomUUID() },
    ...{ startsOn: day(-30), endsOn: day(300) },
    terms: plainTerms,
    milestones: [
      { title: '', dueOn: day(-5), sectionIds: [one, two] },
      { title: '', dueOn: day(200), sectionIds: [three] },
    ],
  });
  if (!planned.ok) throw new Error(planned.reason);
  readingId = planned.readingId;
  await saveProgress(noor, readingId, { what: 'place', page: 45 });
  await saveProgress(rui, readingId, { what: 'place', percent: 100 });

  // A thread about the second chapter: the reader's own note, one that spoils nothing, an edited one.
  ({ threadId } = await threadBy(noor, { sectionId: two, body: `My own, ${BEFORE}` }));
  await noteBy(host, threadId, { body: `Nothing, ${BEFORE}`, about: 'none' });
  hidden = await noteBy(host, threadId, further);
  const edit = { ...further, body: `Now ${FURTHER}`, about: null, version: 1 };
  expect(await editNote(host, threadId, hidden, edit)).toEqual({ ok: true });
  await noteBy(rui, threadId, further);
  // A thread about nothing, with a note stamped by its author's progress, and a chosen one.
  ({ threadId: loose } = await threadBy(host, { body: `Anything, ${BEFORE}` }));
  await noteBy(rui, loose, further);
  await noteBy(host, loose, { ...further, about: three });

  const past = await planReading(
    circle.host,
    {
      ...{ bookId: added.bookId, submissionKey: randomUUID() },
      ...{ startsOn: day(-90), endsOn: day(-40), terms: plainTerms },
      milestones: [{ title: '', dueOn: day(-40), sectionIds: [one, two, three] }],
    },
    { now: new Date(`${day(-90)}T00:00:00Z`) },
  );
  if (!past.ok) throw new Error(past.reason);
  pastId = past.readingId;
  await saveProgress(noor, pastId, { what: 'place', page: 45 });
  expect(
    await endSeason(circle.host, pastId, { day: day(9), zone: circle.host.circle.timeZone }),
  ).toEqual({ ok: true });
  const took = { body: `I took **${FURTHER}** from it.`, version: 0 };
  expect(await writeTakeaway(rui, pastId, took)).toEqual({ ok: true });
  const own = { body: `I took ${BEFORE} from it.`, version: 0 };
  expect(await writeTakeaway(noor, pastId, own)).toEqual({ ok: true });

  // Asks that cite what is further on: its words are folded there as in the thread.
  const asked = { circleId: circle.id, to: { circleId: circle.id }, title: `Ask, ${BEFORE}` };
  const askId = await openAsk(host.viewer, { ...asked, source: { passage: hidden } });
  await openAsk(host.viewer, { ...asked, source: { note: hidden } });
  const takeaway = { reading: pastId, person: rui.personId };
  await openAsk(host.viewer, { ...asked, source: { takeaway } });

  params = {
    ...{ ask: askId, offer: 1, question: 1, conversation: 1, line: 1, meeting: 1, report: 1 },
    ...{ told: 1, week: 1, apart: 1, blocked: 1 },
    ...{ circle: circle.slug, book: added.bookId, reading: readingId, thread: threadId },
    ...{ note: hidden, person: host.personId, deck: 'openers', card: 'who-taught-you-that' },
    ...{
      choice: 1,
      proposal: 1,
      entry: 1,
      import: 1,
      session: 1,
      ...{ poll: 1, series: 1, commitment: 1, recipe: 'first-meeting', use: 1 },
      invitation: 1,
      request: 1,
      place: 1,
      hash: 'none',
      token: 'none',
      mail: 1,
      message: 'none',
    },
  };
});

const everyRoute = Object.values(manifest).flatMap((route) =>
  route?.module.loader && route.id !== 'root' ? [route.id] : [],
);

/** Every address of the product that may show a note, asked in every way. */
function everywhere(): string[] {
  const paths = everyRoute.flatMap((id) =>
    variants(
      id,
      pathOf(id, (name) => params[name]),
    ),
  );
  const threads = `/circles/${params.circle}/threads`;
  const views = [threadId, loose].flatMap((id) => [
    ...['', `?at=${hidden}`, `?reply=${hidden}`, '?after=0', '?before=999999999'].map(
      (view) => `${threads}/${id}${view}`,
    ),
    ...['', `?at=${hidden}`, `?at=${hidden}&reply=${hidden}`, '?after=0'].map(
      (view) => `${threads}/${id}.data${view}`,
    ),
  ]);
  const wraps = ['', '.data', '?write=yes', '.data?write=yes'].map((view) => wrapPath() + view);
  return [...paths, ...views, ...wraps, `${threads}?section=${second}`];
}

/** Where `word` appears for someone. */
async function placesOf(word: string, who: Member): Promise<string[]> {
  const cookie = await signInCookie(who.viewer);
  const found: string[] = [];
  for (const path of everywhere()) {
    const answer = await ask(path, { cookie });
    if (`${answer.location} ${answer.body}`.includes(word)) found.push(path);
  }
  return found;
}

const threadPath = (id = threadId) => `/circles/${params.circle}/threads/${id}`;
const wrapPath = () => `/circles/${params.circle}/reading/${pastId}/wrap`;
const historyPath = () => `${threadPath()}/notes/${hidden}/history`;

test('no answer to a reader below the line contains a hidden note', async () => {
  expect(everyRoute.length).toBeGreaterThan(40);
  expect(await placesOf(FURTHER, noor)).toEqual([]);
});

test('nor does what the database says of their inbox', async () => {
  const items = await itemsOf(await viewer(noor.viewer), 'true', []);
  expect(items.filter(({ held }) => held).length).toBeGreaterThan(1);
  expect(JSON.stringify(items)).not.toContain(FURTHER);
  expect(JSON.stringify(items)).toContain(BEFORE);
  const above = await itemsOf(await viewer(rui.viewer), 'true', []);
  expect(JSON.stringify(above)).toContain(FURTHER);
});

test('what they may see is there, and to a reader above the line so is the rest', async () => {
  const seen = await placesOf(BEFORE, noor);
  for (const path of [
    threadPath(),
    `${threadPath()}.data`,
    threadPath(loose),
    wrapPath(),
    '/inbox',
    '/inbox.data',
  ]) {
    expect(seen).toContain(path);
  }
  const above = await placesOf(FURTHER, rui);
  for (const path of [
    threadPath(),
    `${threadPath()}.data`,
    threadPath(loose),
    historyPath(),
    wrapPath(),
  ]) {
    expect(above).toContain(path);
  }
});

test('nor does a refused form, a mail or a job', async () => {
  const cookie = await signInCookie(noor.viewer);
  const form = { body: '', quote: '', quotePage: '', submissionKey: randomUUID() };
  for (const path of [threadPath(), `${threadPath()}.data`]) {
    const refused = await ask(path, { cookie, form });
    expect(refused.status).toBe(422);
    expect(refused.body).not.toContain(FURTHER);
  }
  const { rows } = await sql<{ job: string }>`
    select j::text as job from graphile_worker._private_jobs j`.execute(db);
  expect(rows.filter(({ job }) => job.includes(FURTHER))).toEqual([]);
  await runJobs();
  const { messages } = await outboxPage(null, 1000);
  const mail = await Promise.all(messages.map(({ id }) => outboxMessage(id)));
  expect(JSON.stringify([messages, mail])).not.toContain(FURTHER);
});

describe('opened deliberately', () => {
  let cookie: string;
  beforeAll(async () => {
    cookie = await signInCookie(noor.viewer);
  });
  const shows = async (path: string) => (await ask(path, { cookie })).body.includes(FURTHER);

  test('once, a note is open on that page alone', async () => {
    const page = await ask(threadPath(), { cookie });
    expect(page.body).toContain('Two notes from further on');
    const link = /href="([^"]*open=[^"#]*)/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(await shows(link)).toBe(true);
    expect(await shows(threadPath())).toBe(false);
    expect(await shows(`${historyPath()}?open=${hidden}`)).toBe(true);
    expect(await shows(historyPath())).toBe(false);
  });

  test('for a thread, its notes are open and those of another are not; and folded again', async () => {
    const opening = `${threadPath()}/opening`;
    expect((await ask(opening, { cookie, form: { to: 'open' } })).location).toBe(threadPath());
    expect(await shows(threadPath())).toBe(true);
    expect(await shows(historyPath())).toBe(true);
    expect(await shows(threadPath(loose))).toBe(false);
    expect((await ask(threadPath(), { cookie })).body).toContain('Fold them again');
    await ask(opening, { cookie, form: { to: 'fold' } });
    expect(await shows(threadPath())).toBe(false);
  });

  test('what others took from a book that is over, until folded again', async () => {
    const page = await ask(wrapPath(), { cookie });
    expect(page.body).toContain('One of the others wrote what they took from it.');
    await ask(`${wrapPath()}/opening`, { cookie, form: { to: 'open' } });
    expect(await shows(wrapPath())).toBe(true);
    await ask(`${wrapPath()}/opening`, { cookie, form: { to: 'fold' } });
    expect(await shows(wrapPath())).toBe(false);
  });

  test('in one tap, by having read this far; and not any more once that is taken back', async () => {
    const progress = `/circles/${params.circle}/reading/${readingId}/progress`;
    const form = { what: 'upTo', sectionId: String(second), back: `thread-${threadId}` };
    const tapped = await ask(progress, { cookie, form });
    expect(tapped.location).toBe(threadPath());
    expect(await shows(threadPath())).toBe(true);
    const at = /sections-read%3A[^;]*%2F(\d+)/.exec(tapped.cookies.join())?.[1];
    await ask(`${progress}/undoing?at=${at}`, { cookie, form: {} });
    expect(await shows(threadPath())).toBe(false);
  });
});

test('its author changes what a note is about; that alone is no edit', async () => {
  const cookie = await signInCookie(noor.viewer);
  const shows = async () => (await ask(threadPath(), { cookie })).body.includes(FURTHER);
  const as = (about: 'none' | number, version: number) =>
    editNote(host, threadId, hidden, { ...further, body: `Now ${FURTHER}`, about, version });
  expect(await as('none', 2)).toEqual({ ok: true });
  expect(await shows()).toBe(true);
  const history = await ask(historyPath(), { cookie });
  expect(history.body.match(/<li class="note"/g)).toHaveLength(2);
  expect(await as(second, 3)).toEqual({ ok: true });
  expect(await shows()).toBe(false);
  expect(await as(999_999_999, 4)).toEqual({ ok: false, reason: 'no-section' });
});
