import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { changeBook } from '#app/books/commands/change-book.server.ts';
import { bookOf } from '#app/books/queries/books.server.ts';
import { changeReading } from '#app/reading/plan/commands/change-reading.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { undoReplanning } from '#app/reading/plan/commands/undo-replanning.server.ts';
import { planTermsOf } from '#app/reading/plan/queries/plan-terms.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { scheduleSession } from '#app/sessions/schedule/commands/schedule-session.server.ts';
import { bookIn, choiceForm, day, readingIn } from '#tests/reading/planned.ts';
import { sessionForm } from '#tests/sessions/support.ts';
import { type Answer, ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

let circle: CastCircle;
let host: string;
let bookId: number;
let readingId: number;
let ids: number[];
beforeEach(async () => {
  circle = await circleOf({ members: [await person('Noor')] });
  host = await signInCookie(circle.host.viewer);
  const titles = ['Stocks', 'Traps', 'Leverage'];
  ({ bookId, readingId, ids } = await readingIn(circle.host, {}, titles));
});

const page = () => `/circles/${circle.slug}/reading/${readingId}`;

/** Everything a plan is, and what points to it; all but its version. */
async function all() {
  const reading = await readingOf(circle.host, readingId);
  if (!reading) throw new Error('a reading');
  const { startsOn, endsOn, milestones } = reading;
  const sessions = await db
    .selectFrom('session')
    .select(['id', 'milestone_id'])
    .where('circle_id', '=', circle.id)
    .orderBy('id')
    .execute();
  return {
    startsOn,
    endsOn,
    milestones,
    sessions,
    terms: await planTermsOf(circle.host, readingId),
  };
}

/** A session that moved from the second milestone's day, and one, which is off, for the third. */
async function sessions() {
  const [, second, third] = (await all()).milestones;
  if (!second || !third) throw new Error('three milestones');
  const input = sessionForm({ date: day(4), milestoneId: second.id });
  const moved = await scheduleSession(circle.host, input);
  const off = await scheduleSession(
    circle.host,
    sessionForm({ date: day(11), milestoneId: third.id }),
  );
  if (!moved.ok || !off.ok) throw new Error('two sessions');
  await changeSession(circle.host, moved.sessionId, { ...input, date: day(5), version: 1 });
  await cancelSession(circle.host, off.sessionId, { reason: 'Half of us are ill.' });
  return { off: off.sessionId };
}

async function replan(choice: string, query = `?upTo=${ids[0]}`) {
  const at = `${page()}/replanning${query}`;
  const form = choiceForm(await ask(at, { cookie: host }), choice);
  const done = await ask(at, { cookie: host, form });
  expect(done).toMatchObject({ status: 303, location: page() });
  return done;
}

/** Where the Undo of the page after an answer posts to. */
async function undoOf({ cookies, location }: Answer): Promise<string> {
  const notice = cookies.find((one) => one.startsWith('octavo_notice='))?.split(';', 1)[0];
  const { body } = await ask(location ?? '', { cookie: `${host}; ${notice}` });
  const action = /action="([^"]+\/replanning\/undoing[^"]*)"/.exec(body)?.[1];
  if (!action) throw new Error('The page offers no Undo.');
  return action;
}

const undo = (action: string, cookie = host) => ask(action, { cookie, form: {} });
const noticeOf = ({ cookies }: Answer) =>
  /^octavo_notice=([^;]+)/.exec(cookies.find((one) => one.startsWith('octavo_notice=')) ?? '')?.[1];

describe('undoing a re-plan', () => {
  test.each([
    ['Shift everything', (): string | undefined => undefined],
    ['Squeeze the rest', () => undefined],
    ['Drop some of it', () => `?upTo=${ids[1]}&drop=&drop=${ids[4]}&drop=${ids[5]}`],
  ])('%s: everything is as it was, and stays so when it is asked twice', async (choice, query) => {
    const { off } = await sessions();
    const before = await all();
    const action = await undoOf(await replan(choice, query()));
    const replanned = await all();
    expect(replanned.milestones).not.toEqual(before.milestones);
    const linked = replanned.sessions.find(({ id }) => id === off)?.milestone_id;
    if (choice !== 'Shift everything') expect(linked).toBe(null);

    const undone = await undo(action);
    expect(undone).toMatchObject({ status: 303, location: page() });
    expect(noticeOf(undone)).toBe('replanning-undone');
    expect(await all()).toEqual(before);
    expect((await readingOf(circle.host, readingId))?.version).toBe(3);

    expect(noticeOf(await undo(action))).toBe('replanning-undone');
    expect(await all()).toEqual(before);
    expect((await readingOf(circle.host, readingId))?.version).toBe(3);
  });

  test('twice at once is once', async () => {
    const before = await all();
    const action = await undoOf(await replan('Squeeze the rest'));
    const answers = await Promise.all([undo(action), undo(action)]);
    expect(answers.map(noticeOf)).toEqual(['replanning-undone', 'replanning-undone']);
    expect(await all()).toEqual(before);
    expect((await readingOf(circle.host, readingId))?.version).toBe(3);
  });

  test('at once with an edit: one is done, and the other leaves it so', async () => {
    const before = await all();
    const action = await undoOf(await replan('Squeeze the rest'));
    const { startsOn, endsOn, milestones, terms } = await all();
    const edited = milestones.map(({ id, dueOn, sections }) => ({
      ...{ id, dueOn, title: 'Renamed' },
      sectionIds: sections.map((section) => section.id),
    }));
    const edit = { startsOn, endsOn, terms, milestones: edited, version: 2 };
    const [undone, changed] = await Promise.all([
      undo(action),
      changeReading(circle.host, readingId, edit),
    ]);
    const after = await all();
    if (changed.ok) {
      expect(noticeOf(undone)).toBe('replanning-undone-late');
      expect(after.milestones.map(({ title }) => title)).toEqual(edited.map(() => 'Renamed'));
    } else {
      expect(noticeOf(undone)).toBe('replanning-undone');
      expect(after).toEqual(before);
    }
    expect((await readingOf(circle.host, readingId))?.version).toBe(3);
  });

  test('is refused when the plan changed since, even by another re-plan', async () => {
    const action = await undoOf(await replan('Squeeze the rest'));
    const { startsOn, endsOn, milestones, terms } = await all();
    const edited = milestones.map(({ id, dueOn, sections }, index) => ({
      ...{ id, dueOn, title: `Renamed ${index}` },
      sectionIds: sections.map((section) => section.id),
    }));
    const edit = { startsOn, endsOn, terms, milestones: edited, version: 2 };
    expect(await changeReading(circle.host, readingId, edit)).toEqual({ ok: true });
    const after = await all();
    const late = await undo(action);
    expect(late).toMatchObject({ status: 303, location: page() });
    expect(noticeOf(late)).toBe('replanning-undone-late');
    expect(await all()).toEqual(after);

    const next = await undoOf(await replan('Drop some of it', `?upTo=${ids[0]}&drop=${ids[5]}`));
    const replanned = await all();
    expect(noticeOf(await undo(action))).toBe('replanning-undone-late');
    expect(await all()).toEqual(replanned);
    expect(noticeOf(await undo(next))).toBe('replanning-undone');
    expect(await all()).toEqual(after);
  });

  test('is refused when a session was given a milestone that it would take away', async () => {
    const action = await undoOf(await replan('Shift everything'));
    const added = (await all()).milestones[3];
    if (!added) throw new Error('a fourth milestone');
    await scheduleSession(circle.host, sessionForm({ date: added.dueOn, milestoneId: added.id }));
    const after = await all();
    expect(noticeOf(await undo(action))).toBe('replanning-undone-late');
    expect(await all()).toEqual(after);
  });

  test('is refused when a section of the plan before is no longer in the book', async () => {
    const action = await undoOf(
      await replan('Drop some of it', `?upTo=${ids[1]}&drop=&drop=${ids[5]}`),
    );
    const book = await bookOf(circle.host, bookId);
    if (!book) throw new Error('a book');
    const sections = book.sections.slice(0, 5);
    expect(await changeBook(circle.host, bookId, { ...book, sections, lastPage: 100 })).toEqual({
      ok: true,
    });
    const after = await all();
    expect(noticeOf(await undo(action))).toBe('replanning-undone-late');
    expect(await all()).toEqual(after);
  });

  test('is refused when another reading has those days by now', async () => {
    const action = await undoOf(await replan('Squeeze the rest'));
    // As a squeeze would that ended it earlier.
    await db
      .updateTable('reading')
      .set({ ends_on: day(12) })
      .where('id', '=', readingId)
      .execute();
    const other = await bookIn(circle.host);
    const next = await planReading(circle.host, {
      ...{ bookId: other.bookId, submissionKey: randomUUID(), startsOn: day(13), endsOn: day(30) },
      milestones: [{ title: '', dueOn: day(20), sectionIds: other.ids }],
      terms: plainTerms,
    });
    expect(next).toMatchObject({ ok: true });
    const after = await all();
    expect(noticeOf(await undo(action))).toBe('replanning-undone-taken');
    expect(await all()).toEqual(after);
  });

  test('is for facilitators of that circle', async () => {
    const action = await undoOf(await replan('Squeeze the rest'));
    const after = await all();
    const [noor] = circle.members;
    if (!noor) throw new Error('a member');
    expect((await undo(action, await signInCookie(noor.viewer))).status).toBe(404);
    const elsewhere = await circleOf();
    const theirs = await signInCookie(elsewhere.host.viewer);
    expect((await undo(action, theirs)).status).toBe(404);
    expect((await undo(action.replace(circle.slug, elsewhere.slug), theirs)).status).toBe(404);
    expect(await undoReplanning(elsewhere.host, readingId, 2)).toEqual({
      ok: false,
      reason: 'gone',
    });
    expect(await all()).toEqual(after);
  });
});
