import { beforeEach, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import type { ProgressInput } from '#app/reading/progress/forms.ts';
import { standingIn } from '#app/reading/progress/queries/standing.server.ts';
import { readingsNow } from '#app/reading/queries/reading-now.server.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { scheduleSession } from '#app/sessions/schedule/commands/schedule-session.server.ts';
import { dayOf } from '#app/time/words.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person, viewer } from '#tests/support/cast.ts';
import { sessionForm } from '../sessions/support.ts';
import { day, readingIn } from './planned.ts';

let circle: CastCircle;
let noor: Member;
let rui: Member;
let readingId: number;
let ids: number[];

beforeEach(async () => {
  circle = await circleOf({ name: 'One', members: [await person('Noor'), await person('Rui')] });
  [noor, rui] = circle.members as [Member, Member];
  ({ readingId, ids } = await readingIn(circle.host));
});

const readsNow = async () => readingsNow(await viewer(noor.viewer));
const save = (form: ProgressInput) => saveProgress(noor, readingId, form);
const tap = (number: number, back = 'home') => ({
  ...{ what: 'upTo', sectionId: String(ids[number - 1] ?? 0), back },
});

test('what one reads for now is what the page of the reading says, however far one is', async () => {
  const forms: ProgressInput[] = [
    { what: 'sections', read: [] },
    { what: 'place', page: 65 },
    { what: 'sections', read: [ids[0] ?? 0, ids[3] ?? 0] },
    { what: 'place', percent: 70 },
  ];
  const said = [];
  // Of somebody else, and so of no account.
  await saveProgress(rui, readingId, { what: 'sections', read: ids.slice(0, 5) });
  await saveProgress(rui, readingId, { what: 'place', percent: 90 });
  for (const form of [null, ...forms]) {
    if (form) expect(await save(form)).toMatchObject({ ok: true });
    const reading = await readingOf(noor, readingId);
    const { next } = await standingIn(noor, reading ?? expect.fail('no reading'));
    const [row] = await readsNow();
    const dueOn = next && next.dueOn < day(0) ? null : next?.dueOn;
    expect(row).toEqual({
      ...{ circle: { slug: circle.slug, name: 'One' }, readingId },
      ...{ ...next, dueOn },
    });
    said.push(row?.words);
  }
  expect(said).toEqual([
    'Chapters 3 and 4',
    'Chapters 1 and 2',
    'Chapter 4',
    'Chapter 2',
    'Chapters 5 and 6',
  ]);
  await save({ what: 'place', percent: 100 });
  expect(await readsNow()).toEqual([]);
});

test('who is behind is not told for when it was', async () => {
  await save({ what: 'place', percent: 0 });
  expect(await readsNow()).toMatchObject([{ words: 'Chapters 1 and 2', dueOn: null }]);
  const { body } = await ask('/', { cookie: await signInCookie(noor.viewer) });
  expect(body).toContain('Chapters 1 and 2');
  expect(body).not.toContain(dayOf(day(-3)));
  await save({ what: 'upTo', sectionId: ids[1] ?? 0, back: 'home' });
  const after = await ask('/', { cookie: await signInCookie(noor.viewer) });
  expect(after.body).toContain(dayOf(day(4)));
});

test('in every circle one is in, what is due first coming first, and in no other', async () => {
  const two = await circleOf({ name: 'Two', members: [noor.viewer] });
  const inTwo = await readingIn(two.host);
  await readingIn((await circleOf({ name: 'Not hers' })).host);
  await circleOf({ name: 'Reads nothing', members: [noor.viewer] });
  const later = { what: 'upTo', sectionId: ids[3] ?? 0, back: 'circle' } as const;
  await save(later);
  expect((await readsNow()).map(({ readingId, dueOn }) => [readingId, dueOn])).toEqual([
    [inTwo.readingId, day(4)],
    [readingId, day(11)],
  ]);
  expect(await readingsNow(await viewer(await person('Mallory')))).toEqual([]);
});

test('one tap at home and on the page of a session says it, and comes back there', async () => {
  const cookie = await signInCookie(noor.viewer);
  const made = await scheduleSession(circle.host, sessionForm({ date: day(4) }));
  if (!made.ok) throw new Error(made.reason);
  const session = `/circles/${circle.slug}/sessions/${made.sessionId}`;
  const path = `/circles/${circle.slug}/reading/${readingId}/progress`;
  for (const page of ['/', session]) {
    const { body } = await ask(page, { cookie });
    expect(body).toContain(`action="${path}"`);
    expect(body).toContain('Chapters 3 and 4');
  }
  expect(await ask(path, { cookie, form: tap(4) })).toMatchObject({ status: 303, location: '/' });
  const home = (await ask('/', { cookie })).body;
  expect(home).toContain('Chapters 5 and 6');
  const back = `session-${made.sessionId}`;
  expect((await ask(path, { cookie, form: tap(6, back) })).location).toBe(session);
  for (const page of ['/', session]) {
    expect((await ask(page, { cookie })).body).not.toContain(`action="${path}"`);
  }
  for (const elsewhere of ['session-', 'session-1/edit', '//example.org', 'thread-x']) {
    expect((await ask(path, { cookie, form: tap(6, elsewhere) })).status).toBe(422);
  }
});
