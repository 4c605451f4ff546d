import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { changeBook } from '#app/books/commands/change-book.server.ts';
import { bookOf } from '#app/books/queries/books.server.ts';
import { changeReading } from '#app/reading/plan/commands/change-reading.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { planTermsOf } from '#app/reading/plan/queries/plan-terms.server.ts';
import { type PlanTerms, plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { sessionDays } from '#app/sessions/queries/session-days.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { scheduleSession } from '#app/sessions/schedule/commands/schedule-session.server.ts';
import { bookIn, choiceForm, day, readingIn, terms } from '#tests/reading/planned.ts';
import { sessionForm } from '#tests/sessions/support.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

let circle: CastCircle;
let host: string;
beforeEach(async () => {
  circle = await circleOf({ members: [await person('Noor')] });
  host = await signInCookie(circle.host.viewer);
});

const duesOf = async (readingId: number) =>
  (await readingOf(circle.host, readingId))?.milestones.map(({ id, dueOn, sections }) => ({
    id,
    dueOn,
    sectionIds: sections.map((section) => section.id),
  })) ?? [];

describe('what a plan keeps to', () => {
  test('is kept with the reading and replaced with it; a lost update changes none of it', async () => {
    const { ids, plan, readingId } = await readingIn(circle.host);
    expect(await planTermsOf(circle.host, readingId)).toEqual(terms);
    const next: PlanTerms = {
      ...terms,
      rhythm: 'sessions',
      pauses: [],
      fixed: [{ sectionId: ids[1] ?? 0, by: day(4) }],
      recapOn: day(-10),
      wrapOn: null,
    };
    const edit = { ...plan, version: 1, terms: next };
    expect(await changeReading(circle.host, readingId, edit)).toEqual({ ok: true });
    expect(await planTermsOf(circle.host, readingId)).toEqual(next);
    const late = await changeReading(circle.host, readingId, { ...edit, terms });
    expect(late).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await planTermsOf(circle.host, readingId)).toEqual(next);
    const other = await circleOf();
    expect(await planTermsOf(other.host, readingId)).toEqual(plainTerms);
  });

  test('what is for those who like stays known as whose choice it was', async () => {
    const [rui] = (await circleOf({ facilitators: [await person('Rui')] })).facilitators;
    if (!rui) throw new Error('a facilitator');
    const { ids, plan, readingId } = await readingIn(rui);
    const [one, two, last] = plan.milestones;
    if (!one || !two || !last) throw new Error('three milestones');
    const milestones = [one, two, { ...last, sectionIds: last.sectionIds.slice(0, 1) }];
    const optional = { ...terms, optionalIds: ids.slice(5) };
    await changeReading(rui, readingId, { ...plan, milestones, terms: optional, version: 1 });
    const rows = () =>
      db
        .selectFrom('optional_section')
        .select(['section_id', 'by_person_id', 'at'])
        .where('reading_id', '=', readingId)
        .execute();
    const first = await rows();
    expect(first).toMatchObject([{ section_id: ids[5], by_person_id: rui.personId }]);
    await changeReading(rui, readingId, { ...plan, milestones, terms: optional, version: 2 });
    expect(await rows()).toEqual(first);
    await changeReading(rui, readingId, { ...plan, version: 3 });
    expect(await rows()).toEqual([]);
  });

  test('a section taken out of its book takes its fixed point along', async () => {
    const { bookId, ids, readingId, plan } = await readingIn(circle.host);
    const milestones = plan.milestones.slice(0, 2);
    const fixed = [{ sectionId: ids[5] ?? 0, by: day(11) }];
    const edit = { ...plan, milestones, terms: { ...terms, fixed }, version: 1 };
    expect(await changeReading(circle.host, readingId, edit)).toEqual({ ok: true });
    const book = await bookOf(circle.host, bookId);
    if (!book) throw new Error('a book');
    const sections = book.sections.slice(0, 5);
    const changed = await changeBook(circle.host, bookId, { ...book, sections, lastPage: 100 });
    expect(changed).toEqual({ ok: true });
    expect((await planTermsOf(circle.host, readingId)).fixed).toEqual([]);
  });
});

describe('planning the rest anew', () => {
  const pathOf = (readingId: number) => `/circles/${circle.slug}/reading/${readingId}/replanning`;

  test('is for facilitators, and only while the reading goes on', async () => {
    const { readingId } = await readingIn(circle.host);
    const [noor] = circle.members;
    if (!noor) throw new Error('a member');
    const member = await signInCookie(noor.viewer);
    expect((await ask(pathOf(readingId), { cookie: host })).status).toBe(200);
    expect((await ask(pathOf(readingId), { cookie: member })).status).toBe(404);
    const form = { choice: 'shift', upTo: '0', version: '1', seen: '' };
    expect((await ask(pathOf(readingId), { cookie: member, form })).status).toBe(404);
    const reading = `/circles/${circle.slug}/reading/${readingId}`;
    expect((await ask(reading, { cookie: host })).body).toContain('We are behind');
    expect((await ask(reading, { cookie: member })).body).not.toContain('We are behind');
    const elsewhere = await circleOf();
    const theirs = pathOf(readingId).replace(circle.slug, elsewhere.slug);
    const cookie = await signInCookie(elsewhere.host.viewer);
    expect((await ask(theirs, { cookie })).status).toBe(404);
  });

  test('shows before and after, does what was shown, once, and keeps what points to milestones', async () => {
    const { ids, readingId } = await readingIn(circle.host);
    const before = await duesOf(readingId);
    const made = await scheduleSession(
      circle.host,
      sessionForm({ date: day(4), milestoneId: before[1]?.id ?? null }),
    );
    if (!made.ok) throw new Error(made.reason);
    const at = `${pathOf(readingId)}?upTo=${ids[0]}`;
    const page = await ask(at, { cookie: host });
    expect(page.body).toContain('What is not read yet moves on: Chapter 2.');
    expect(page.body).toContain('At most 60 pages to read between two meetings, where it was 40.');
    expect(await duesOf(readingId)).toEqual(before);

    const form = choiceForm(page, 'Squeeze the rest');
    expect(form).toMatchObject({ choice: 'squeeze', upTo: String(ids[0]), version: '1' });
    const done = await ask(at, { cookie: host, form });
    expect(done).toMatchObject({
      status: 303,
      location: `/circles/${circle.slug}/reading/${readingId}`,
    });
    const after = await duesOf(readingId);
    expect(after).toEqual([
      { ...before[0], sectionIds: ids.slice(0, 1) },
      { ...before[1], sectionIds: ids.slice(1, 4) },
      { ...before[2], sectionIds: ids.slice(4) },
    ]);
    expect(await planTermsOf(circle.host, readingId)).toEqual(terms);
    expect(await sessionOf(circle.host, made.sessionId)).toMatchObject({
      milestoneId: before[1]?.id,
      read: { words: 'Chapters 2 to 4' },
    });

    const again = await ask(at, { cookie: host, form });
    expect(again).toMatchObject({ status: 303, location: at });
    expect(await duesOf(readingId)).toEqual(after);
  });

  test('two choices at once: one is made, the other is told how it stands', async () => {
    const { ids, readingId } = await readingIn(circle.host);
    const at = `${pathOf(readingId)}?upTo=${ids[0]}`;
    const page = await ask(at, { cookie: host });
    const answers = await Promise.all(
      ['Shift everything', 'Squeeze the rest'].map((choice) =>
        ask(at, { cookie: host, form: choiceForm(page, choice) }),
      ),
    );
    expect(answers.map(({ location }) => location).sort()).toEqual(
      [`/circles/${circle.slug}/reading/${readingId}`, at].sort(),
    );
    expect((await readingOf(circle.host, readingId))?.version).toBe(2);
  });

  test('drops what was ticked, which then is for those who like', async () => {
    const { ids, readingId } = await readingIn(circle.host);
    const at = `${pathOf(readingId)}?upTo=${ids[1]}&drop=&drop=${ids[4]}`;
    const form = choiceForm(await ask(at, { cookie: host }), 'Drop some of it');
    expect(form.drop).toBe(String(ids[4]));
    expect((await ask(at, { cookie: host, form })).status).toBe(303);
    expect((await planTermsOf(circle.host, readingId)).optionalIds).toEqual([ids[4]]);
    const planned = (await duesOf(readingId)).flatMap(({ sectionIds }) => sectionIds);
    expect(planned).toEqual(ids.filter((id) => id !== ids[4]));
    const reading = await ask(`/circles/${circle.slug}/reading/${readingId}`, { cookie: host });
    expect(reading.body).toContain('If you like');
  });

  test('shifting into the days of the next reading is refused, and says which', async () => {
    const { ids, readingId } = await readingIn(circle.host, { wrapOn: day(12) });
    const { bookId, ids: others } = await bookIn(circle.host);
    const reading = await readingOf(circle.host, readingId);
    if (!reading) throw new Error('a reading');
    const terms = { ...(await planTermsOf(circle.host, readingId)) };
    const milestones = (await duesOf(readingId)).map((one) => ({ ...one, title: '' }));
    const edit = { startsOn: day(-10), endsOn: day(12), milestones, terms, version: 1 };
    expect(await changeReading(circle.host, readingId, edit)).toEqual({ ok: true });
    const next = await planReading(circle.host, {
      bookId,
      submissionKey: randomUUID(),
      startsOn: day(13),
      endsOn: day(30),
      milestones: [{ title: '', dueOn: day(20), sectionIds: others }],
      terms: plainTerms,
    });
    expect(next).toMatchObject({ ok: true });
    const before = await duesOf(readingId);
    const at = `${pathOf(readingId)}?upTo=${ids[0]}`;
    const form = choiceForm(await ask(at, { cookie: host }), 'Shift everything');
    const refused = await ask(at, { cookie: host, form });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Choose other days, or end that reading first.');
    expect(await duesOf(readingId)).toEqual(before);
  });

  test('is offered beside a session that was cancelled or moved, and then follows it', async () => {
    const { ids, readingId } = await readingIn(circle.host);
    const before = await duesOf(readingId);
    const milestoneId = before[1]?.id ?? null;
    const input = sessionForm({ date: day(4), milestoneId });
    const made = await scheduleSession(circle.host, input);
    if (!made.ok) throw new Error(made.reason);
    const page = `/circles/${circle.slug}/sessions/${made.sessionId}`;
    const offered = async (cookie = host) =>
      (await ask(page, { cookie })).body.includes(pathOf(readingId));
    expect(await offered()).toBe(false);

    const at = pathOf(readingId);
    const behind = await ask(`${at}?upTo=${ids[0]}`, { cookie: host });
    const shown = choiceForm(behind, 'Shift everything');
    await changeSession(circle.host, made.sessionId, { ...input, date: day(5), version: 1 });
    expect(await offered()).toBe(true);
    const [noor] = circle.members;
    if (!noor) throw new Error('a member');
    expect(await offered(await signInCookie(noor.viewer))).toBe(false);
    expect(await sessionDays(circle.host)).toMatchObject([{ day: day(5), moved: true }]);

    // What was shown before the session moved is not what would be done now.
    const stale = await ask(at, { cookie: host, form: shown });
    expect(stale.location).toBe(at);
    expect(await duesOf(readingId)).toEqual(before);
    const form = choiceForm(await ask(at, { cookie: host }), 'Shift everything');
    expect((await ask(at, { cookie: host, form })).status).toBe(303);
    expect(await duesOf(readingId)).toMatchObject([
      before[0],
      { ...before[1], dueOn: day(5) },
      before[2],
    ]);
    expect(await offered()).toBe(false);

    await cancelSession(circle.host, made.sessionId, { reason: 'Half of us are ill.' });
    expect(await offered()).toBe(true);
  });
});
