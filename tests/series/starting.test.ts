import { beforeAll, describe, expect, test } from 'vitest';
import { archiveCircle, reopenCircle } from '#app/circles/commands/archive-circle.server.ts';
import { startSeries } from '#app/series/commands/start-series.server.ts';
import { tendSeries } from '#app/series/commands/tend-series.server.ts';
import { ruleOf } from '#app/series/rules/pattern.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { messagesOf, waitingAbout } from '#tests/support/jobs.ts';
import { daysOf, now, seriesForm, seriesIn, sessionsIn } from './support.ts';

let circle: CastCircle;
beforeAll(async () => {
  circle = await circleOf({ members: [await person('Noor')], facilitators: [await person('Rui')] });
});

const TWELVE_WEEKS = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29'].concat(
  ['2027-01-05', '2027-01-12', '2027-01-19', '2027-01-26', '2027-02-02', '2027-02-09'],
  ['2027-02-16', '2027-02-23'],
);

describe('a series that begins', () => {
  test('has its sessions for twelve weeks, on the wall clock, with a reminder each', async () => {
    const { host } = circle;
    const [noor] = circle.members;
    const seriesId = await seriesIn(host, { facilitatorId: noor?.personId ?? null });
    expect(await daysOf(seriesId)).toEqual(TWELVE_WEEKS);
    const [first] = await sessionsIn(seriesId);
    expect(first).toMatchObject({
      starts_at: new Date('2026-12-01T16:30:00Z'),
      ...{ on_date: '2026-12-01', at_time: '17:30', title: 'Tuesdays', minutes: 75 },
      ...{ facilitator_id: noor?.personId, changed_alone: false, reason: null },
    });
    const jobs = await waitingAbout({ sessionId: first?.id ?? 0 });
    expect(jobs.map(({ name }) => name)).toEqual(['remind-of-session']);
  });

  test('stays at half past five across a change of clocks', async () => {
    const seriesId = await seriesIn(circle.host, { startsOn: '2027-03-16' });
    const moments = (await sessionsIn(seriesId)).slice(0, 3).map(({ starts_at }) => starts_at);
    expect(moments).toEqual([
      new Date('2027-03-16T16:30:00Z'),
      new Date('2027-03-23T16:30:00Z'),
      new Date('2027-03-30T15:30:00Z'),
    ]);
  });

  test('is told each member once, and no session of it', async () => {
    const { host, facilitators, members, id } = await circleOf({
      ...{ members: [await person('Noor')], facilitators: [await person('Rui')] },
    });
    const seriesId = await seriesIn(host);
    const told = (await waitingAbout({ seriesId })).filter(({ name }) => name === 'series-told');
    expect(told.map(({ personId }) => personId).sort()).toEqual(
      [host, ...facilitators, ...members].map(({ personId }) => personId).sort(),
    );
    const sessions = await sessionsIn(seriesId);
    const about = await Promise.all(sessions.map((one) => waitingAbout({ sessionId: one.id })));
    expect(about.flat().filter(({ name }) => name === 'session-told')).toEqual([]);
    expect(id).toBeGreaterThan(0);
  });

  test('twice with one form is one; another form under its key is refused', async () => {
    const form = seriesForm();
    const begun = await Promise.all([
      startSeries(circle.host, form, { now }),
      startSeries(circle.host, form, { now }),
    ]);
    expect(begun[0]).toMatchObject({ ok: true });
    expect(begun[1]).toEqual(begun[0]);
    const seriesId = begun[0].ok ? begun[0].seriesId : 0;
    expect(await daysOf(seriesId)).toHaveLength(13);
    const other = { ...form, time: '19:00' };
    expect(await startSeries(circle.host, other, { now })).toEqual({
      ...{ ok: false, reason: 'another-first', seriesId },
    });
  });

  test('on a day that is none of its weekdays begins on the next that is', async () => {
    const weekdays = [4, 7] as const;
    const rule = ruleOf({ by: 'week', every: 2, weekdays });
    const seriesId = await seriesIn(circle.host, { rule });
    expect((await daysOf(seriesId)).slice(0, 4)).toEqual([
      ...['2026-12-03', '2026-12-06', '2026-12-17', '2026-12-20'],
    ]);
  });

  test('makes three at least, of those that come seldom', async () => {
    const rule = ruleOf({ by: 'month-day', every: 3, day: 1 });
    const seriesId = await seriesIn(circle.host, { rule });
    expect(await daysOf(seriesId)).toEqual(['2026-12-01', '2027-03-01', '2027-06-01']);
  });

  test('ends with its last day, which counts; one without a day to come is refused', async () => {
    const seriesId = await seriesIn(circle.host, { untilOn: '2026-12-15' });
    expect(await daysOf(seriesId)).toEqual(['2026-12-01', '2026-12-08', '2026-12-15']);
    const over = { startsOn: '2026-11-01', untilOn: '2026-11-27' };
    expect(await startSeries(circle.host, seriesForm(over), { now })).toEqual({
      ...{ ok: false, reason: 'no-day' },
    });
  });

  test('with another circle’s member or reading is refused', async () => {
    const { host } = await circleOf();
    const facilitatorId = circle.members[0]?.personId ?? null;
    expect(await startSeries(host, seriesForm({ facilitatorId }), { now })).toEqual({
      ...{ ok: false, reason: 'no-such-facilitator' },
    });
    expect(await startSeries(host, seriesForm({ readingId: 999_999 }), { now })).toEqual({
      ...{ ok: false, reason: 'no-such-reading' },
    });
  });
});

describe('as time goes on', () => {
  test('the next are made, by whichever of two processes: each once', async () => {
    const { host } = await circleOf();
    const seriesId = await seriesIn(host);
    const later = { now: new Date('2026-12-12T12:00:00Z') };
    await Promise.all([tendSeries(later), tendSeries(later), tendSeries(later)]);
    expect(await daysOf(seriesId)).toEqual([...TWELVE_WEEKS, '2027-03-02']);
    expect((await messagesOf('series-told')).length).toBeGreaterThan(0);
  });

  test('what would have been while nothing ran is not made', async () => {
    const { host } = await circleOf();
    const seriesId = await seriesIn(host);
    await tendSeries({ now: new Date('2027-04-01T12:00:00Z') });
    const days = await daysOf(seriesId);
    expect(days.slice(0, 13)).toEqual(TWELVE_WEEKS);
    expect(days[13]).toBe('2027-04-06');
  });

  test('in a circle at rest none is made; once it is back it goes on from that day', async () => {
    const { host } = await circleOf();
    const seriesId = await seriesIn(host);
    await archiveCircle(host);
    await tendSeries({ now: new Date('2027-02-01T12:00:00Z') });
    expect(await daysOf(seriesId)).toEqual(TWELVE_WEEKS);
    await reopenCircle(host);
    await tendSeries({ now: new Date('2027-05-05T12:00:00Z') });
    expect((await daysOf(seriesId))[13]).toBe('2027-05-11');
  });
});
