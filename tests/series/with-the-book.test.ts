import { beforeEach, describe, expect, test } from 'vitest';
import { archiveCircle, reopenCircle } from '#app/circles/commands/archive-circle.server.ts';
import { inboxPage } from '#app/notifications/inbox/queries/inbox-page.server.ts';
import { changeReading } from '#app/reading/plan/commands/change-reading.server.ts';
import { endSeason, reopenSeason } from '#app/seasons/commands/end-season.server.ts';
import { endSeries, resumeSeries } from '#app/series/commands/end-series.server.ts';
import { tendSeries } from '#app/series/commands/tend-series.server.ts';
import { seriesNow } from '#app/series/queries/series.server.ts';
import { ruleOf, weekdayOf } from '#app/series/rules/pattern.ts';
import { sessionsOf } from '#app/sessions/queries/sessions.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { restoreSession } from '#app/sessions/schedule/commands/restore-session.server.ts';
import { day, readingIn } from '#tests/reading/planned.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { mailTo, messagesOf, runJobs } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { seriesIn, sessionsIn } from './support.ts';

// Ended readings know no other clock than the real one.
const clock = { now: new Date() };
const rule = ruleOf({ by: 'week', every: 1, weekdays: [weekdayOf(day(3))] });

let circle: CastCircle;
let plan: Awaited<ReturnType<typeof readingIn>>['plan'];
let readingId: number;
let seriesId: number;
beforeEach(async () => {
  circle = await circleOf({ members: [await person('Noor')] });
  ({ plan, readingId } = await readingIn(circle.host, { wrapOn: null, pauses: [] }));
  seriesId = await seriesIn(circle.host, { rule, startsOn: day(3), readingId }, clock);
});
const noor = () => circle.members[0] ?? circle.host;

/** Moves the last day of the book, as its form does. */
async function endsOn(days: number) {
  const { version } = await db
    .selectFrom('reading')
    .select('version')
    .where('circle_id', '=', circle.id)
    .where('id', '=', readingId)
    .executeTakeFirstOrThrow();
  const changed = await changeReading(circle.host, readingId, {
    ...{ ...plan, endsOn: day(days), terms: { ...plan.terms, wrapOn: null, pauses: [] } },
    version,
  });
  if (!changed.ok) throw new Error(JSON.stringify(changed));
}

const held = async () =>
  (await sessionsIn(seriesId)).filter(({ reason }) => reason === null).map((one) => one.occurs_on);
const days = (...of: number[]) => of.map(day);
const refitted = async () =>
  (await messagesOf('series-told')).filter(
    ({ given }) => given.seriesId === seriesId && given.what === 'refitted',
  );

describe('a series that ends with its book', () => {
  test('ends earlier with it: what nobody answered leaves the list, the rest says why', async () => {
    expect(await held()).toEqual(days(3, 10, 17, 24));
    const [, , third] = await sessionsIn(seriesId);
    await replyToSession(noor(), third?.id ?? 0, { answer: 'yes' });
    await endsOn(12);
    const [mail] = await mailTo(noor().viewer.email);
    expect(await held()).toEqual(days(3, 10));
    const { coming } = await sessionsOf(noor(), null);
    expect(coming.map(({ id, cancelled }) => [id === third?.id, cancelled])).toEqual([
      ...[
        [false, null],
        [false, null],
      ],
      [true, 'The book ends before it.'],
    ]);
    expect(mail?.subject).toBe('Tuesday leads: the sessions end with the book, on another day now');
    expect(mail?.invitation?.content).toContain('UNTIL=');
    expect(await refitted()).toHaveLength(2);
    await tendSeries();
    expect(await refitted()).toHaveLength(2);
  });

  test('goes on as long as it does: those there were come back with their answers', async () => {
    const [, , third] = await sessionsIn(seriesId);
    await replyToSession(noor(), third?.id ?? 0, { answer: 'yes' });
    await endsOn(12);
    await runJobs();
    await endsOn(32);
    await runJobs();
    expect(await held()).toEqual(days(3, 10, 17, 24, 31));
    const { coming } = await sessionsOf(noor(), null);
    expect(coming.find(({ id }) => id === third?.id)).toMatchObject({ mine: 'yes' });
    expect(await refitted()).toHaveLength(4);
    const inbox = await inboxPage(noor().viewer, null);
    expect(JSON.stringify(inbox)).toContain('There are sessions until');
  });

  test('ends today with one that is ended, and goes on with one that is taken up again', async () => {
    await endSeason(circle.host, readingId, { day: day(10), zone: 'Europe/Madrid' });
    await runJobs();
    expect(await held()).toEqual([]);
    expect(await seriesNow(noor(), { now: new Date(Date.now() + 2 * 86_400_000) })).toEqual([]);
    expect((await mailTo(noor().viewer.email)).map(({ text }) => text).join()).toContain(
      'No session with it is to come any more.',
    );
    await reopenSeason(circle.host, readingId);
    await runJobs();
    expect(await held()).toEqual(days(3, 10, 17, 24));
  });

  test('tells nobody where none of its days is between the two', async () => {
    await endsOn(29);
    await runJobs();
    await endsOn(24);
    await runJobs();
    expect(await refitted()).toEqual([]);
    expect(await held()).toEqual(days(3, 10, 17, 24));
  });

  test('keeps what somebody held after all beyond its end', async () => {
    await endsOn(12);
    await runJobs();
    const last = (await sessionsIn(seriesId)).at(-1);
    await restoreSession(circle.host, last?.id ?? 0);
    await tendSeries();
    await endsOn(11);
    await runJobs();
    expect(await held()).toEqual(days(3, 10, 24));
  });

  test('moved by two while it is tended is told once a day it ended on, and is right', async () => {
    await Promise.all([endsOn(12), tendSeries(), tendSeries(), runJobs(), tendSeries()]);
    await Promise.all([tendSeries(), runJobs(), tendSeries()]);
    expect(await held()).toEqual(days(3, 10));
    expect(await refitted()).toHaveLength(2);
    await Promise.all([endsOn(32), tendSeries(), tendSeries()]);
    await runJobs();
    expect(await held()).toEqual(days(3, 10, 17, 24, 31));
    expect(await refitted()).toHaveLength(4);
  });

  test('that ended meanwhile, or is at rest, is fitted when it goes on', async () => {
    await endSeries(circle.host, seriesId, { word: '', version: 1 });
    await endsOn(18);
    await runJobs();
    expect(await refitted()).toEqual([]);
    await resumeSeries(circle.host, seriesId);
    expect(await held()).toEqual(days(3, 10, 17));
    await endsOn(12);
    await archiveCircle(circle.host);
    await runJobs();
    await tendSeries();
    expect(await held()).toEqual(days(3, 10, 17));
    await reopenCircle(circle.host);
    await tendSeries();
    expect(await held()).toEqual(days(3, 10));
  });
});
