import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { momentOf } from '#app/time/local-time.ts';
import { invitationTo } from '#tests/circles/circle.ts';
import { seriesIn, sessionsIn } from '#tests/series/support.ts';
import { sessionForm } from '#tests/sessions/support.ts';
import { person } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { byIcalJs, byNodeIcal, byOthers } from './readers.ts';
import { dayOf, lastTold, noorsCircle, REAL, START } from './told.ts';

/** When a calendar would show the first ones of a series. */
function shown(content: string, many: number): string[] {
  const { calendar } = byIcalJs(content);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const [master, ...others] = calendar.getAllSubcomponents('vevent');
  const event = new ICAL.Event(master, { exceptions: others as never });
  const all = event.iterator();
  const days: string[] = [];
  for (let at = all.next(); at && days.length < many; at = all.next()) {
    const { startDate } = event.getOccurrenceDetails(at);
    days.push(startDate.toJSDate().toISOString());
  }
  return days;
}

test('a series is one invitation, by its rule, and shows each when it is made', async () => {
  const { host, noor } = await noorsCircle();
  const seriesId = await seriesIn(host, { startsOn: START }, REAL);
  const content = await lastTold(noor.email);
  const { calendar } = byIcalJs(content);
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
  expect(content).toContain('RRULE:FREQ=WEEKLY');
  expect(content).toContain('DTSTART;TZID=Europe/Madrid:');
  const made = (await sessionsIn(seriesId)).map(({ starts_at }) => starts_at.toISOString());
  expect(made.length).toBeGreaterThan(5);
  expect(shown(content, made.length)).toEqual(made);
  // A year on, too, on the clocks of its zone: an oracle that goes day by day.
  const [first = ''] = made;
  const expected = Array.from({ length: 80 }, (_, week) => {
    const day = new Date(Date.parse(`${first.slice(0, 10)}T12:00:00Z`) + week * 7 * 86_400_000);
    return momentOf({ date: dayOf(day), time: '17:30', zone: 'Europe/Madrid' }).toISOString();
  });
  expect(shown(content, 80)).toEqual(expected);
});

test('what is skipped, called off, moved and at an end stands in it, for every library', async () => {
  const { circle, host, noor } = await noorsCircle();
  const untilOn = dayOf(new Date(REAL.now.getTime() + 60 * 24 * 60 * 60 * 1000));
  const seriesId = await seriesIn(host, { startsOn: START, untilOn }, REAL);
  const [first, second, third, ...rest] = await sessionsIn(seriesId);
  if (!first || !second || !third) throw new Error('three');
  await mailTo(noor.email);
  await cancelSession(host, first.id, { reason: 'Ill.' });
  const off = await lastTold(noor.email);
  expect(off).toContain('METHOD:CANCEL');
  expect(off).toContain('RECURRENCE-ID;TZID=Europe/Madrid:');
  await changeSession(host, second.id, {
    ...sessionForm({ date: second.occurs_on ?? '', time: '19:00', title: second.title }),
    ...{ place: second.place, minutes: second.minutes, version: 1 },
  });
  const moved = await lastTold(noor.email);
  const uid = byIcalJs(off).events[0]?.uid;
  expect(byIcalJs(moved).events[0]?.uid).toBe(uid);
  const sequenceOf = (content: string) => Number(/SEQUENCE:(\d+)/.exec(content)?.[1]);
  expect([sequenceOf(off), sequenceOf(moved)]).toEqual([1, 2]);
  await db
    .insertInto('series_skip')
    .values({
      ...{ circle_id: circle.id, series_id: seriesId, by_person_id: host.personId },
      occurs_on: third.occurs_on ?? '',
    })
    .execute();
  // Whoever comes later is told all of it as it is.
  const lena = await person('Lena');
  const { token } = await invitationTo(circle, lena.email);
  await joinCircle(lena, { token }, 1);
  const set = await lastTold(lena.email);
  const at = (date: string | null, time: string) =>
    momentOf({ date: date ?? '', time, zone: 'Europe/Madrid' }).toISOString();
  expect(shown(set, 99)).toEqual([
    at(second.occurs_on, '19:00'),
    ...rest.map(({ occurs_on }) => at(occurs_on, '17:30')),
  ]);
  const texts = [off, moved, set].map((text) => text.replace(/\r?\n/g, '\r\n'));
  const { icalendar, vobject, libical } = byOthers(texts);
  for (const [index, text] of texts.entries()) {
    expect(byNodeIcal(text).events[0]?.uid).toBe(uid);
    if (icalendar) expect(icalendar[index]?.events[0]?.uid).toBe(uid);
    if (vobject) expect(vobject[index]?.events[0]?.uid).toBe(uid);
    if (libical) expect(libical[index]).toEqual({ errors: 0, said: '' });
  }
});

test('who leaves loses the whole series from their calendar', async () => {
  const { host, noor, member } = await noorsCircle();
  await seriesIn(host, { startsOn: START }, REAL);
  const begun = byIcalJs(await lastTold(noor.email));
  await leaveCircle(member);
  const content = await lastTold(noor.email);
  const left = byIcalJs(content);
  expect(left.method).toBe('CANCEL');
  expect(left.events.map(({ uid }) => uid)).toEqual([begun.events[0]?.uid]);
  expect(content).not.toContain('RECURRENCE-ID');
});
