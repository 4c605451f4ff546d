import { beforeAll, describe, expect, test } from 'vitest';
import type { Facilitator } from '#app/access/proofs.ts';
import { changeSeries, type SeriesChange } from '#app/series/commands/change-series.server.ts';
import { endSeries, resumeSeries } from '#app/series/commands/end-series.server.ts';
import { skipDay } from '#app/series/commands/skip-day.server.ts';
import { tendSeries } from '#app/series/commands/tend-series.server.ts';
import { seriesOf } from '#app/series/queries/series.server.ts';
import { ruleOf, type Weekday } from '#app/series/rules/pattern.ts';
import { sessionOf, sessionsOf } from '#app/sessions/queries/sessions.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { restoreSession } from '#app/sessions/schedule/commands/restore-session.server.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { waitingAbout } from '#tests/support/jobs.ts';
import { now, seriesForm, seriesIn, sessionsIn } from './support.ts';

let circle: CastCircle;
beforeAll(async () => {
  circle = await circleOf({ members: [await person('Noor')], facilitators: [await person('Rui')] });
});
const noor = () => circle.members[0] ?? circle.host;

const weekly = (weekday: Weekday, every = 1) => ruleOf({ by: 'week', every, weekdays: [weekday] });

/** A change as its form sends it, of what the series is. */
async function change(
  seriesId: number,
  given: Partial<SeriesChange['series']>,
  more: Partial<Omit<SeriesChange, 'series'>> = {},
  by: Facilitator = circle.host,
) {
  const { submissionKey: _, ...form } = seriesForm();
  const saved = await seriesOf(by, seriesId, { now });
  if (!saved) throw new Error('a series');
  const [next] = saved.sessions;
  const series = {
    ...{ ...form, rule: saved.rule, time: saved.time, zone: saved.timeZone },
    ...{ startsOn: next?.occursOn ?? saved.startsOn, ...given },
  };
  return changeSeries(
    by,
    seriesId,
    { series, sessionId: null, isFollowing: false, version: saved.version, ...more },
    { now },
  );
}

const held = async (seriesId: number) =>
  (await sessionsIn(seriesId)).filter(({ reason }) => reason === null);
const nth = async (seriesId: number, index: number) => {
  const session = (await sessionsIn(seriesId))[index];
  if (!session) throw new Error('a session');
  return session;
};
const toldOf = async (seriesId: number) =>
  (await waitingAbout({ seriesId }))
    .filter(({ name }) => name === 'series-told')
    .map((m) => m.what);

describe('all that are to come', () => {
  test('move with their answers, which are to another time now; each member is told once', async () => {
    const seriesId = await seriesIn(circle.host);
    const [first, second] = await sessionsIn(seriesId);
    await replyToSession(noor(), second?.id ?? 0, { answer: 'yes', word: 'gladly' }, { now });
    const changed = await change(seriesId, { rule: weekly(3), startsOn: '2026-12-02' });
    expect(changed).toEqual({ ok: true, seriesId, told: true });
    const sessions = await held(seriesId);
    expect(sessions.slice(0, 2)).toMatchObject([
      { id: first?.id, occurs_on: '2026-12-02', starts_at: new Date('2026-12-02T16:30:00Z') },
      { id: second?.id, occurs_on: '2026-12-09', on_date: '2026-12-09', at_time: '17:30' },
    ]);
    expect(sessions).toHaveLength(13);
    expect((await sessionOf(noor(), second?.id ?? 0, { now }))?.mine).toMatchObject({
      ...{ answer: null, before: 'yes' },
    });
    const [reminder] = (await waitingAbout({ sessionId: second?.id ?? 0 })).filter(
      ({ name }) => name === 'remind-of-session',
    );
    expect(reminder?.startsAt).toBe('2026-12-09T16:30:00.000Z');
    expect(await toldOf(seriesId)).toEqual([
      'begun',
      'begun',
      'begun',
      'changed',
      'changed',
      'changed',
    ]);
  });

  test('a new place or title leaves the answers as they are', async () => {
    const seriesId = await seriesIn(circle.host);
    const { id } = await nth(seriesId, 0);
    await replyToSession(noor(), id, { answer: 'yes' }, { now });
    await change(seriesId, { place: 'The library', title: 'Wednesdays' });
    expect(await sessionOf(noor(), id, { now })).toMatchObject({
      ...{ place: 'The library', title: 'Wednesdays', mine: { answer: 'yes' } },
    });
  });

  test('one that was changed for itself stays as it is; so does one that is skipped', async () => {
    const seriesId = await seriesIn(circle.host);
    const [alone, skipped] = [await nth(seriesId, 1), await nth(seriesId, 2)];
    const saved = await sessionOf(circle.host, alone.id, { now });
    const moved = await changeSession(
      circle.host,
      alone.id,
      {
        ...{ title: 'Tuesdays', date: '2026-12-10', time: '09:00', zone: 'Europe/Madrid' },
        ...{ minutes: 75, place: alone.place, facilitatorId: null, milestoneId: null, agenda: [] },
        version: saved?.version ?? 0,
      },
      { now },
    );
    expect(moved).toEqual({ ok: true, moved: true });
    expect(await skipDay(circle.host, skipped.id, { now })).toEqual({ ok: true, seriesId });
    await change(seriesId, { rule: weekly(3), startsOn: '2026-12-02', time: '19:00' });
    const sessions = await sessionsIn(seriesId);
    expect(sessions.find(({ id }) => id === alone.id)).toMatchObject({
      ...{ starts_at: new Date('2026-12-10T08:00:00Z'), occurs_on: '2026-12-09', reason: null },
    });
    expect(sessions.find(({ id }) => id === skipped.id)).toMatchObject({
      ...{ reason: 'Skipped this time.', occurs_on: '2026-12-16' },
    });
    expect(sessions.filter(({ occurs_on }) => occurs_on === '2026-12-16')).toHaveLength(1);
    await restoreSession(circle.host, skipped.id, { now });
    expect(await held(seriesId)).toHaveLength(13);
  });

  test('what falls on no day any more is off with its series, and back when the day is', async () => {
    const seriesId = await seriesIn(circle.host);
    const second = await nth(seriesId, 1);
    await change(seriesId, { rule: weekly(2, 2) });
    expect((await held(seriesId)).slice(0, 3).map(({ occurs_on }) => occurs_on)).toEqual([
      ...['2026-12-01', '2026-12-15', '2026-12-29'],
    ]);
    expect(await nth(seriesId, 1)).toMatchObject({
      ...{ id: second.id, of_series: true, reason: 'We meet every second Tuesday now.' },
    });
    await change(seriesId, { rule: weekly(2) });
    expect(await held(seriesId)).toHaveLength(13);
    expect(await nth(seriesId, 1)).toMatchObject({ id: second.id, reason: null });
  });

  test('other clocks keep the time on the wall', async () => {
    const seriesId = await seriesIn(circle.host);
    await change(seriesId, { zone: 'Europe/Lisbon' });
    expect(await nth(seriesId, 0)).toMatchObject({ starts_at: new Date('2026-12-01T17:30:00Z') });
  });

  test('two who change it at once: one is kept, the other hears of it', async () => {
    const seriesId = await seriesIn(circle.host);
    const [rui] = circle.facilitators;
    const both = await Promise.all([
      change(seriesId, { time: '18:00' }),
      change(seriesId, { time: '19:00' }, {}, rui),
    ]);
    expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual([
      ...['changed-meanwhile', 'ok'],
    ]);
    expect(await held(seriesId)).toHaveLength(13);
  });

  test('nothing new tells nobody', async () => {
    const seriesId = await seriesIn(circle.host);
    expect(await change(seriesId, {})).toEqual({ ok: true, seriesId, told: false });
    expect(await toldOf(seriesId)).toEqual(['begun', 'begun', 'begun']);
  });
});

describe('one and those after it', () => {
  test('become a series of their own, and the one before ends the day before', async () => {
    const seriesId = await seriesIn(circle.host);
    const third = await nth(seriesId, 2);
    const changed = await change(
      seriesId,
      { rule: weekly(4), startsOn: '2026-12-17', time: '09:00' },
      { sessionId: third.id, isFollowing: true },
    );
    if (!changed.ok) throw new Error(changed.reason);
    expect((await held(seriesId)).map(({ occurs_on }) => occurs_on)).toEqual([
      ...['2026-12-01', '2026-12-08'],
    ]);
    expect(await seriesOf(circle.host, seriesId, { now })).toMatchObject({
      ...{ untilOn: '2026-12-14', followedBy: changed.seriesId },
    });
    const [first] = await held(changed.seriesId);
    expect(first).toMatchObject({
      ...{ id: third.id, occurs_on: '2026-12-17', starts_at: new Date('2026-12-17T08:00:00Z') },
    });
    await tendSeries({ now: new Date('2026-12-30T12:00:00Z') });
    expect(await held(seriesId)).toHaveLength(2);
  });

  test('from one that another process makes at the same moment on, each day has one', async () => {
    const seriesId = await seriesIn(circle.host);
    const third = await nth(seriesId, 2);
    const of = { sessionId: third.id, isFollowing: true };
    const [changed] = await Promise.all([
      change(seriesId, { time: '09:00', startsOn: '2026-12-15' }, of),
      tendSeries({ now: new Date('2026-11-29T12:00:00Z') }),
      skipDay(circle.host, (await nth(seriesId, 4)).id, { now }),
      tendSeries({ now: new Date('2026-12-02T12:00:00Z') }),
    ]);
    if (!changed.ok) throw new Error(changed.reason);
    const all = [...(await sessionsIn(seriesId)), ...(await sessionsIn(changed.seriesId))];
    const days = all.map(({ occurs_on }) => occurs_on);
    expect(new Set(days).size).toBe(days.length);
    expect(all.filter(({ reason }) => reason !== null)).toHaveLength(1);
  });
});

describe('a skipped day', () => {
  test('is off, and made no second time; taken back, it takes place', async () => {
    const seriesId = await seriesIn(circle.host);
    const second = await nth(seriesId, 1);
    await skipDay(circle.host, second.id, { now });
    await skipDay(circle.host, second.id, { now });
    await tendSeries({ now });
    expect(await sessionsIn(seriesId)).toHaveLength(13);
    expect(await nth(seriesId, 1)).toMatchObject({ id: second.id, of_series: false });
    expect(await restoreSession(circle.host, second.id, { now })).toEqual({ ok: true });
    expect(await held(seriesId)).toHaveLength(13);
  });

  test('of another circle is not there', async () => {
    const { host } = await circleOf();
    const { id } = await nth(await seriesIn(circle.host), 0);
    expect(await skipDay(host, id, { now })).toEqual({ ok: false, reason: 'gone' });
  });
});

describe('a series that ends', () => {
  const version = 1;

  test('takes what is to come with it, told once with the word; what nobody answered leaves the list', async () => {
    const mine = await circleOf({ members: [await person('Noor')] });
    const [member] = mine.members;
    if (!member) throw new Error('a member');
    const seriesId = await seriesIn(mine.host);
    const answered = await nth(seriesId, 2);
    await replyToSession(member, answered.id, { answer: 'yes' }, { now });
    const ended = { word: 'Summer is coming.', version };
    expect(await endSeries(mine.host, seriesId, ended, { now })).toEqual({ ok: true });
    expect(await endSeries(mine.host, seriesId, ended, { now })).toEqual({ ok: true });
    expect(await held(seriesId)).toEqual([]);
    expect((await sessionsOf(member, null, { now })).coming).toMatchObject([
      { id: answered.id, cancelled: 'Summer is coming.' },
    ]);
    expect(await toldOf(seriesId)).toEqual(['begun', 'begun', 'ended', 'ended']);
    const jobs = await waitingAbout({ sessionId: answered.id });
    expect(jobs.filter(({ name }) => name === 'remind-of-session')).toEqual([]);
    await tendSeries({ now: new Date('2027-03-01T12:00:00Z') });
    expect(await sessionsIn(seriesId)).toHaveLength(13);
  });

  test('goes on with what was answered when that is taken back; what was skipped stays so', async () => {
    const seriesId = await seriesIn(circle.host);
    const [answered, skipped] = [await nth(seriesId, 2), await nth(seriesId, 3)];
    await replyToSession(noor(), answered.id, { answer: 'yes' }, { now });
    await skipDay(circle.host, skipped.id, { now });
    await endSeries(circle.host, seriesId, { word: '', version }, { now });
    const resumed = await Promise.all([
      resumeSeries(circle.host, seriesId, { now }),
      resumeSeries(circle.host, seriesId, { now }),
    ]);
    expect(resumed).toEqual([{ ok: true }, { ok: true }]);
    expect(await held(seriesId)).toHaveLength(12);
    expect(await nth(seriesId, 3)).toMatchObject({ reason: 'Skipped this time.' });
    expect((await sessionOf(noor(), answered.id, { now }))?.mine.answer).toBe('yes');
    expect((await toldOf(seriesId)).filter((what) => what === 'resumed')).toHaveLength(3);
  });

  test('by a page that is out of date is refused; by another circle’s host it is not there', async () => {
    const seriesId = await seriesIn(circle.host);
    await change(seriesId, { time: '18:00' });
    expect(await endSeries(circle.host, seriesId, { word: '', version }, { now })).toEqual({
      ...{ ok: false, reason: 'changed-meanwhile' },
    });
    const { host } = await circleOf();
    expect(await endSeries(host, seriesId, { word: '', version }, { now })).toEqual({
      ...{ ok: false, reason: 'gone' },
    });
  });

  test('while somebody answers loses no answer', async () => {
    const seriesId = await seriesIn(circle.host);
    const { id } = await nth(seriesId, 0);
    const [ended, replied] = await Promise.all([
      endSeries(circle.host, seriesId, { word: '', version }, { now }),
      replyToSession(noor(), id, { answer: 'yes' }, { now }),
    ]);
    expect(ended).toEqual({ ok: true });
    await resumeSeries(circle.host, seriesId, { now });
    const mine = (await sessionOf(noor(), id, { now }))?.mine.answer;
    expect(mine).toBe(replied.ok ? 'yes' : null);
    expect(await held(seriesId)).toHaveLength(13);
  });
});
