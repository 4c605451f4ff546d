import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { addBook } from '#app/books/commands/add-book.server.ts';
import { bookOf } from '#app/books/queries/books.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { ongoingIn } from '#app/reading/queries/ongoing-readings.server.ts';
import { milestonesOf } from '#app/reading/queries/readings.server.ts';
import { putOn } from '#app/recipes/commands/put-on.server.ts';
import { takeOff } from '#app/recipes/commands/take-off.server.ts';
import { recipesForSession } from '#app/recipes/queries/for-session.server.ts';
import { usedBefore } from '#app/recipes/queries/used-before.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { asRunner, now, sessionIn } from '../sessions/support.ts';

let circle: CastCircle;
let milestones: number[];
/** Four sessions on a book whose nine chapters are read in five stints. */
const sessions: number[] = [];
const days = ['2098-10-06', '2098-10-20', '2098-11-03', '2098-11-17', '2098-12-01'];

beforeAll(async () => {
  circle = await circleOf({ members: [await person('Noor'), await person('Priya')] });
  const { host } = circle;
  const { bookId } = await addBook(host, {
    ...{ submissionKey: randomUUID(), title: 'The Manager’s Path', subtitle: '', author: '' },
    ...{ isbn: null, lastPage: 90 },
    sections: Array.from({ length: 9 }, (_, at) => ({
      ...{ kind: 'chapter' as const, label: String(at + 1), title: `About ${at + 1}` },
      startPage: at * 10 + 1,
    })),
  });
  const sections = (await bookOf(host, bookId))?.sections ?? [];
  await planReading(host, {
    ...{ bookId, submissionKey: randomUUID(), terms: plainTerms },
    ...{ startsOn: '2098-08-01', endsOn: '2098-12-31' },
    milestones: days.map((dueOn, at) => ({
      ...{ title: '', dueOn },
      sectionIds: sections.slice(at * 2, at * 2 + 2).map(({ id }) => id),
    })),
  });
  milestones = (await milestonesOf(host, { now })).map(({ id }) => id);
  for (const [at, date] of days.entries()) {
    const milestoneId = milestones[at] ?? null;
    sessions.push(await sessionIn(host, { date, milestoneId, agenda: [], minutes: 60 }));
  }
});

const sessionAt = (nth: number) => sessions[nth - 1] as number;

async function choosing(nth: number, people = 6) {
  const runner = await asRunner(circle.host, sessionAt(nth));
  const session = await sessionOf(circle.host, sessionAt(nth), { now });
  if (!session) throw new Error('no such session');
  const ongoing = await ongoingIn(circle.host, { now });
  return { runner, session, ...(await recipesForSession(runner, session, { people, ongoing })) };
}

async function use(nth: number, recipe: string, card = '') {
  const { runner, session } = await choosing(nth);
  const form = { recipe, card, people: 6, version: session.version, submissionKey: randomUUID() };
  const done = await putOn(runner, form, { now });
  if (!done.ok || done.useId === null) throw new Error('not put on');
  return done.useId;
}

test('for the pages of its milestone a session gets the book’s own card, and none of later ones', async () => {
  const { proposal, place } = await choosing(2);
  expect(place).toMatchObject({ nth: 2, of: 5, words: 'Chapters 3 and 4' });
  expect(['the-last-thing-you-built', 'the-one-on-one-that-moved']).toContain(
    proposal?.card?.split('/')[1],
  );
  const first = await choosing(1);
  expect(['whose-habit-is-this', 'their-first-five-days']).toContain(
    first.proposal?.card?.split('/')[1],
  );
  const last = await choosing(5);
  expect(last.place).toMatchObject({ nth: 5, of: 5 });
});

test('a session without a milestone is where the plan is on its day; outside of it nowhere', async () => {
  const between = await sessionIn(circle.host, { date: '2098-11-10', agenda: [] });
  const before = await sessionIn(circle.host, { date: '2098-10-01', agenda: [] });
  const ongoing = await ongoingIn(circle.host, { now });
  const found = async (id: number) => {
    const session = await sessionOf(circle.host, id, { now });
    if (!session) throw new Error('no such session');
    return recipesForSession(await asRunner(circle.host, id), session, { people: 6, ongoing });
  };
  expect((await found(between)).place).toMatchObject({ nth: 3 });
  expect(await found(before)).toMatchObject({ place: null, proposal: null });
  await cancelSession(circle.host, between, { reason: 'Too many are away.' }, { now });
  await cancelSession(circle.host, before, { reason: 'Too many are away.' }, { now });
});

test('what was used is said with its day, and not proposed again so soon', async () => {
  const before = (await choosing(3)).proposal;
  if (!before?.card) throw new Error('nothing is proposed');
  const useId = await use(2, before.recipe.slug, before.card);
  const { proposal, choices } = await choosing(3);
  expect(proposal?.card).not.toBe(before.card);
  const used = choices.find(({ recipe }) => recipe.slug === before.recipe.slug);
  expect(used?.usedAt).toBe('2098-10-20T16:30:00.000Z');
  // Of what comes after it, it knows nothing.
  expect((await choosing(1)).choices.every(({ usedAt }) => usedAt === null)).toBe(true);

  const page = await ask(`/circles/${circle.slug}/sessions/${sessionAt(3)}/recipe`, {
    cookie: await signInCookie(circle.host.viewer),
  });
  expect(page.body).toMatch(/used on <time[^>]*>[^<]*20 October/);
  expect(page.body).toContain('For these pages');

  await takeOff(await asRunner(circle.host, sessionAt(2)), useId, { now });
  expect((await choosing(3)).choices.every(({ usedAt }) => usedAt === null)).toBe(true);
});

test('sessions that were called off, and what was not come to, were not used; other circles are not asked', async () => {
  const other = await circleOf();
  const theirs = await sessionIn(other.host, { date: '2098-10-20', agenda: [] });
  const runner = await asRunner(other.host, theirs);
  const form = { recipe: 'first-meeting', card: '', people: 3, version: 1 };
  await putOn(runner, { ...form, submissionKey: randomUUID() }, { now });
  const session = { id: sessionAt(5), startsAt: '2098-12-01T17:30:00Z' };
  expect(await usedBefore(circle.host as Member, session)).toEqual({ cards: {}, recipes: {} });

  const gone = await sessionIn(circle.host, {
    date: '2098-11-05',
    agenda: [{ title: 'What I put down', minutes: 5, deck: 'openers', card: 'what-i-put-down' }],
  });
  expect((await usedBefore(circle.host, session)).cards).toHaveProperty('openers/what-i-put-down');
  await cancelSession(circle.host, gone, { reason: 'Too many are away.' }, { now });
  expect(await usedBefore(circle.host, session)).toEqual({ cards: {}, recipes: {} });
});

test('a book whose deck there is none of gets a recipe for any pages', async () => {
  const plain = await circleOf();
  const { bookId } = await addBook(plain.host, {
    ...{ submissionKey: randomUUID(), title: 'A book without cards', subtitle: '', author: '' },
    ...{ isbn: null, lastPage: 20 },
    sections: [
      { kind: 'chapter', label: '1', title: 'One', startPage: 1 },
      { kind: 'chapter', label: '2', title: 'Two', startPage: 10 },
      { kind: 'chapter', label: '3', title: 'Three', startPage: 15 },
    ],
  });
  const sections = (await bookOf(plain.host, bookId))?.sections ?? [];
  await planReading(plain.host, {
    ...{ bookId, submissionKey: randomUUID(), terms: plainTerms },
    ...{ startsOn: '2098-08-01', endsOn: '2098-12-31' },
    milestones: sections.map(({ id }, at) => ({
      ...{ title: '', dueOn: days[at] ?? '', sectionIds: [id] },
    })),
  });
  const second = (await milestonesOf(plain.host, { now }))[1]?.id ?? null;
  const id = await sessionIn(plain.host, { milestoneId: second, date: '2098-10-20', agenda: [] });
  const session = await sessionOf(plain.host, id, { now });
  if (!session) throw new Error('no such session');
  const ongoing = await ongoingIn(plain.host, { now });
  const runner = await asRunner(plain.host, id);
  const { proposal } = await recipesForSession(runner, session, { people: 6, ongoing });
  expect(proposal).toMatchObject({ card: null });
  expect(proposal?.fit.fits).toBe(true);
});
