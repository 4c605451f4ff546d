import { beforeEach, expect, test } from 'vitest';
import { milestonesOf } from '#app/reading/queries/readings.server.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { changeSeries } from '#app/series/commands/change-series.server.ts';
import { tendSeries } from '#app/series/commands/tend-series.server.ts';
import { ruleOf, weekdayOf } from '#app/series/rules/pattern.ts';
import { day, readingIn } from '#tests/reading/planned.ts';
import { answerOn } from '#tests/seasons/season.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { type CastCircle, circleOf } from '#tests/support/cast.ts';
import { seriesForm, seriesIn, sessionsIn } from './support.ts';

// Readings that are planned from today know no other clock than the real one.
const clock = { now: new Date() };
const weeklyFrom = (date: string) => ({
  rule: ruleOf({ by: 'week', every: 1, weekdays: [weekdayOf(date)] }),
  startsOn: date,
});

let circle: CastCircle;
let readingId: number;
/** Due three days ago, in four days and in eleven. */
let due: number[];
beforeEach(async () => {
  circle = await circleOf();
  ({ readingId } = await readingIn(circle.host, { wrapOn: null, pauses: [] }));
  const all = await milestonesOf(circle.host, clock);
  due = all.map(({ id }) => id);
});

const read = async (seriesId: number, many: number) =>
  (await sessionsIn(seriesId)).slice(0, many).map(({ milestone_id }) => milestone_id);

test('each session of a series has what is due since the one before it', async () => {
  const [second, third] = due.slice(-2);
  const seriesId = await seriesIn(circle.host, weeklyFrom(day(5)), clock);
  expect(await read(seriesId, 3)).toEqual([second, third, null]);
});

test('what is due on its day is its own; of two the later', async () => {
  const [second, third] = due.slice(-2);
  const seriesId = await seriesIn(circle.host, weeklyFrom(day(4)), clock);
  expect(await read(seriesId, 3)).toEqual([second, third, null]);
  const other = await circleOf();
  await readingIn(other.host, { wrapOn: null, pauses: [] });
  const late = await seriesIn(other.host, weeklyFrom(day(12)), clock);
  const [, , last] = (await milestonesOf(other.host, clock)).map(({ id }) => id).slice(-3);
  expect(await read(late, 2)).toEqual([last, null]);
});

test('one that another session names is left to it, and another circle’s is none of theirs', async () => {
  const [second, third] = due.slice(-2);
  const form = { date: day(6), milestoneId: third ?? null };
  await sessionIn(circle.host, form, clock);
  const seriesId = await seriesIn(circle.host, weeklyFrom(day(5)), clock);
  expect(await read(seriesId, 3)).toEqual([second, null, null]);
  const elsewhere = await circleOf();
  const theirs = await seriesIn(elsewhere.host, weeklyFrom(day(5)), clock);
  expect(await read(theirs, 3)).toEqual([null, null, null]);
});

test('of a book that is over nothing is due', async () => {
  expect(await endSeason(circle.host, readingId, answerOn(5))).toEqual({ ok: true });
  const seriesId = await seriesIn(circle.host, weeklyFrom(day(5)), clock);
  expect(await read(seriesId, 2)).toEqual([null, null]);
});

test('they stay with their sessions where those move, and when the next are made', async () => {
  const [second, third] = due.slice(-2);
  const seriesId = await seriesIn(circle.host, weeklyFrom(day(5)), clock);
  const { submissionKey: _, ...form } = seriesForm(weeklyFrom(day(7)));
  const change = { series: form, sessionId: null, isFollowing: false, version: 1 };
  expect(await changeSeries(circle.host, seriesId, change, clock)).toMatchObject({ ok: true });
  expect(await read(seriesId, 3)).toEqual([second, third, null]);
  await tendSeries({ now: new Date(clock.now.getTime() + 21 * 86_400_000) });
  const all = await sessionsIn(seriesId);
  expect(all.length).toBeGreaterThan(12);
  expect(all.filter(({ milestone_id }) => milestone_id !== null)).toHaveLength(2);
});
