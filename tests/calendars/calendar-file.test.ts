import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarSession, calendarFile } from '#app/calendars/rules/calendar-file.server.ts';
import { calendarSession } from '#app/sessions/queries/calendar.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { apart } from '#app/ui/apart.ts';
import { now, sessionIn } from '#tests/sessions/support.ts';
import { circleOf } from '#tests/support/cast.ts';

const session: CalendarSession = {
  circle: { slug: 'tuesday-leads', name: 'Tuesday leads' },
  id: 7,
  uid: 'a3f1@octavo',
  sequence: 2,
  title: 'Why systems surprise us',
  startsAt: new Date('2026-12-01T17:30:00Z'),
  minutes: 75,
  place: 'Room 4; the one upstairs, left\\right',
  changedAt: new Date('2026-11-22T10:00:00Z'),
  cancelled: false,
};

/** Properties of the event, unfolded and unescaped as RFC 5545 says: an own small reader. */
function read(file: string): Record<string, string> {
  expect(file.endsWith('\r\n')).toBe(true);
  const lines = file.slice(0, -2).split('\r\n');
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
  const logical: string[] = [];
  for (const line of lines) {
    if (line.startsWith(' ')) logical[logical.length - 1] += line.slice(1);
    else logical.push(line);
  }
  expect(logical[0]).toBe('BEGIN:VCALENDAR');
  expect(logical.at(-1)).toBe('END:VCALENDAR');
  return Object.fromEntries(
    logical.map((line) => {
      const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/s.exec(line) ?? [];
      return [name, value.replace(/\\(.)/g, (_, char) => (char === 'n' ? '\n' : char))];
    }),
  );
}

describe('the calendar file of a session', () => {
  test('says when, where and which, and nothing else of the circle', () => {
    expect(read(calendarFile(session))).toEqual({
      BEGIN: 'VEVENT',
      END: 'VCALENDAR',
      VERSION: '2.0',
      PRODID: '-//Octavo//Sessions//EN',
      UID: 'a3f1@octavo',
      SEQUENCE: '2',
      DTSTAMP: '20261122T100000Z',
      'LAST-MODIFIED': '20261122T100000Z',
      DTSTART: '20261201T173000Z',
      DTEND: '20261201T184500Z',
      SUMMARY: 'Tuesday leads: Why systems surprise us',
      LOCATION: session.place,
      DESCRIPTION: 'http://localhost:3000/circles/tuesday-leads/sessions/7',
      URL: 'http://localhost:3000/circles/tuesday-leads/sessions/7',
      STATUS: 'CONFIRMED',
    });
  });

  test('says when it is cancelled', () => {
    expect(read(calendarFile({ ...session, cancelled: true })).STATUS).toBe('CANCELLED');
  });

  test('is read strictly by another library as what a calendar imports', () => {
    const parsed = ICAL.parse(calendarFile({ ...session, cancelled: true }));
    const calendar = new ICAL.Component(parsed as unknown[]);
    expect(calendar.getFirstPropertyValue('method')).toBeNull();
    const events = calendar.getAllSubcomponents('vevent');
    expect(events).toHaveLength(1);
    const event = new ICAL.Event(events[0], { strictExceptions: true });
    expect(event.uid).toBe('a3f1@octavo');
    expect(event.sequence).toBe(2);
    expect(event.summary).toBe('Tuesday leads: Why systems surprise us');
    expect(event.location).toBe(session.place);
    expect(event.startDate.toJSDate()).toEqual(session.startsAt);
    expect(event.duration.toSeconds()).toBe(75 * 60);
    expect(events[0]?.getFirstPropertyValue('status')).toBe('CANCELLED');
    const stamp = events[0]?.getFirstPropertyValue('dtstamp') as ICAL.Time;
    expect(stamp.toJSDate()).toEqual(session.changedAt);
  });

  test('folds in octets and gives every title and place back as it was', () => {
    const words = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .map((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' '));
    fc.assert(
      fc.property(words, words, (title, place) => {
        const event = read(calendarFile({ ...session, title, place }));
        expect(event.SUMMARY).toBe(title ? `Tuesday leads: ${apart(title)}` : 'Tuesday leads');
        expect(event.LOCATION ?? '').toBe(place);
      }),
      { numRuns: 300 },
    );
    const long = 'Größe ✂️ 系统思考 👩🏽‍💻 '.repeat(12);
    expect(read(calendarFile({ ...session, title: long })).SUMMARY).toBe(`Tuesday leads: ${long}`);
  });

  test('keeps its UID and raises its SEQUENCE', async () => {
    const { host } = await circleOf();
    const other = await circleOf();
    const sessionId = await sessionIn(host);
    const before = await calendarSession(host, sessionId);
    await cancelSession(host, sessionId, { reason: 'Ill.' }, { now });
    const after = await calendarSession(host, sessionId);
    expect(after?.uid).toBe(before?.uid);
    expect([before?.sequence, after?.sequence]).toEqual([0, 1]);
    expect([before?.cancelled, after?.cancelled]).toEqual([false, true]);
    expect(await calendarSession(other.host, sessionId)).toBeNull();
  });
});
