import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, test } from 'vitest';
import { env } from '#app/platform/settings/env.server.ts';
import { changeSeries } from '#app/series/commands/change-series.server.ts';
import { endSeries, resumeSeries } from '#app/series/commands/end-series.server.ts';
import { skipDay } from '#app/series/commands/skip-day.server.ts';
import { seriesOf } from '#app/series/queries/series.server.ts';
import { ruleOf, type Weekday, weekdayOf } from '#app/series/rules/pattern.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { restoreSession } from '#app/sessions/schedule/commands/restore-session.server.ts';
import { seriesForm, seriesIn, sessionsIn } from '#tests/series/support.ts';
import { sessionForm } from '#tests/sessions/support.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { byIcalJs } from './readers.ts';

const clock = { now: new Date() };
const dayIn = (days: number) =>
  new Date(clock.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
const weekly = (weekday: Weekday) => ruleOf({ by: 'week', every: 1, weekdays: [weekday] });
const START = dayIn(7);

let circle: CastCircle;
let seriesId: number;
beforeEach(async () => {
  circle = await circleOf({ members: [await person('Noor')] });
  const form = { startsOn: START, rule: weekly(weekdayOf(START)), untilOn: dayIn(45) };
  seriesId = await seriesIn(circle.host, form, clock);
});

/** What Noor was mailed, as a calendar program takes it in: each by its UID, the highest SEQUENCE last. */
async function calendar(): Promise<string[]> {
  const email = circle.members[0]?.viewer.email ?? '';
  const parts = await Promise.all((await mailTo(email)).map(({ id }) => calendarsIn(id)));
  const told = parts
    .flat()
    .map((content) => byIcalJs(content).calendar)
    .sort((a, b) => sequenceOf(a) - sequenceOf(b));
  const held = new Map<string, Map<string, ICAL.Component>>();
  for (const one of told) {
    const isOff = one.getFirstPropertyValue('method') === 'CANCEL';
    for (const event of one.getAllSubcomponents('vevent')) {
      const uid = String(event.getFirstPropertyValue('uid'));
      const day = event.getFirstPropertyValue('recurrence-id')?.toString() ?? '';
      // The whole of it stands in for all that was known of its days.
      const mine = (day !== '' && held.get(uid)) || new Map<string, ICAL.Component>();
      mine.set(day, event);
      held.set(uid, mine);
      if (isOff && day === '') held.delete(uid);
      else if (isOff) event.updatePropertyWithValue('status', 'CANCELLED');
    }
  }
  return [...held.values()].flatMap(shown).sort();
}

/** The calendars of a mail, beside its text and as files. */
async function calendarsIn(id: string): Promise<string[]> {
  const raw = await readFile(join(env.DATA_DIR, 'outbox', `${id}.eml`));
  const { attachments } = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  const all = attachments.map(({ content }) => String(content).replace(/\r?\n/g, '\r\n'));
  return [...new Set(all.filter((text) => text.startsWith('BEGIN:VCALENDAR')))];
}

const sequenceOf = (one: ICAL.Component) =>
  Number(one.getFirstSubcomponent('vevent')?.getFirstPropertyValue('sequence'));

function shown(days: Map<string, ICAL.Component>): string[] {
  const master = days.get('');
  if (!master) return [];
  for (const zone of master.parent?.getAllSubcomponents('vtimezone') ?? []) {
    ICAL.TimezoneService.register(zone);
  }
  const all = new ICAL.Event(master).iterator();
  const found: string[] = [];
  for (let at = all.next(); at; at = all.next()) {
    const own = days.get(at.toString());
    if (own?.getFirstPropertyValue('status') === 'CANCELLED') continue;
    const starts = own ? new ICAL.Event(own).startDate : at;
    found.push(starts.toJSDate().toISOString());
  }
  return found;
}

async function held(...of: number[]) {
  const all = await Promise.all(of.map(sessionsIn));
  const on = all.flat().filter(({ reason }) => reason === null);
  return on.map(({ starts_at }) => starts_at.toISOString()).sort();
}

async function change(given: object, more: object = {}) {
  const saved = await seriesOf(circle.host, seriesId);
  if (!saved) throw new Error('a series');
  const { submissionKey: _, ...form } = seriesForm();
  const series = {
    ...{ ...form, rule: saved.rule, time: saved.time, zone: saved.timeZone },
    ...{ untilOn: saved.untilOn, startsOn: saved.sessions[0]?.occursOn ?? '', ...given },
  };
  const of = { series, sessionId: null, isFollowing: false, version: saved.version, ...more };
  const changed = await changeSeries(circle.host, seriesId, of);
  if (!changed.ok) throw new Error(changed.reason);
  return changed.seriesId;
}

describe('the calendar of a member', () => {
  test('holds what is held when one is skipped, moved and held after all', async () => {
    const [first, second] = await sessionsIn(seriesId);
    if (!first || !second) throw new Error('two');
    await skipDay(circle.host, first.id);
    expect(await calendar()).toEqual(await held(seriesId));
    await changeSession(circle.host, second.id, {
      ...sessionForm({ date: second.occurs_on ?? '', time: '19:00', title: second.title }),
      ...{ place: second.place, minutes: second.minutes, version: 1 },
    });
    expect(await calendar()).toEqual(await held(seriesId));
    await restoreSession(circle.host, first.id);
    const all = await held(seriesId);
    expect(all).toHaveLength(6);
    expect(await calendar()).toEqual(all);
  });

  test('holds what is held when all change, end and go on', async () => {
    expect(await calendar()).toEqual(await held(seriesId));
    await skipDay(circle.host, (await sessionsIn(seriesId))[2]?.id ?? 0);
    await change({ time: '08:15' });
    expect(await calendar()).toEqual(await held(seriesId));
    await change({ startsOn: dayIn(8), rule: weekly(weekdayOf(dayIn(8))) });
    expect(await calendar()).toEqual(await held(seriesId));
    const version = (await seriesOf(circle.host, seriesId))?.version ?? 0;
    await endSeries(circle.host, seriesId, { word: '', version });
    expect(await calendar()).toEqual([]);
    await resumeSeries(circle.host, seriesId);
    const all = await held(seriesId);
    expect(all).toHaveLength(5);
    expect(await calendar()).toEqual(all);
  });

  test('holds none twice when one and the following change', async () => {
    expect(await calendar()).toEqual(await held(seriesId));
    const third = (await sessionsIn(seriesId))[2];
    const of = { sessionId: third?.id, isFollowing: true };
    const next = await change({ startsOn: third?.occurs_on ?? '', time: '09:00' }, of);
    const all = await held(seriesId, next);
    expect(all).toHaveLength(6);
    expect(await calendar()).toEqual(all);
  });
});
