import fc from 'fast-check';
import type ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import {
  type CalendarSession,
  calendarFile,
  eventOf,
} from '#app/calendars/rules/calendar-file.server.ts';
import { type Invited, invitationTo, takenFrom } from '#app/calendars/rules/invitation.server.ts';
import { byIcalJs, byNodeIcal, byOthers, type Read } from './readers.ts';

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
const noor: Invited = {
  to: { name: 'Noor Haddad', address: 'noor@example.org' },
  host: 'Tuesday leads',
  answer: null,
  at: new Date('2026-11-23T08:00:07Z'),
};

/** Titles that other calendars have been seen to fall over. */
const NAUGHTY = [
  '; DROP TABLE, \\n and \\\\',
  'BEGIN:VEVENT\nEND:VCALENDAR',
  '"quoted" ^ caret ^n ^^',
  'مراجعة الفصل',
  '👩🏽‍💻'.repeat(40),
  'Größe – ß — 系统思考',
  `${'a'.repeat(74)}ü${'b'.repeat(74)}`,
  'a:b;c=d,e',
  ' leading and trailing ',
  '<b>no markup</b> & co',
  'tab\tinside',
];

const wordsOf = (text: string) => text.split('\r\n').slice(0, -1);

describe('an invitation', () => {
  test('asks one person, in the circle’s name, and says when it was sent', () => {
    const { method, content } = invitationTo(noor, eventOf(session));
    expect(method).toBe('REQUEST');
    const { calendar } = byIcalJs(content);
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    const [event, ...others] = calendar.getAllSubcomponents('vevent');
    expect(others).toEqual([]);
    const organizer = event?.getFirstProperty('organizer');
    expect(organizer?.getFirstValue()).toBe('mailto:octavo@localhost.invalid');
    expect(organizer?.getParameter('cn')).toBe('Tuesday leads');
    const attendees = event?.getAllProperties('attendee') ?? [];
    expect(attendees.map((attendee) => attendee.toJSON())).toEqual([
      [
        'attendee',
        {
          cutype: 'INDIVIDUAL',
          role: 'REQ-PARTICIPANT',
          rsvp: 'FALSE',
          partstat: 'NEEDS-ACTION',
          cn: 'Noor Haddad',
        },
        'cal-address',
        'mailto:noor@example.org',
      ],
    ]);
    const said = (name: string) => String(event?.getFirstPropertyValue(name));
    expect(said('uid')).toBe('a3f1@octavo');
    expect(said('sequence')).toBe('2');
    expect(said('dtstamp')).toBe('2026-11-23T08:00:07Z');
    expect(said('last-modified')).toBe('2026-11-22T10:00:00Z');
    expect(said('status')).toBe('CONFIRMED');
  });

  test.each([
    ['yes', 'ACCEPTED'],
    ['maybe', 'TENTATIVE'],
    ['no', 'DECLINED'],
  ] as const)('of somebody who said %s says %s', (answer, partstat) => {
    const { content } = invitationTo({ ...noor, answer }, eventOf(session));
    expect(content.replace(/\r\n /g, '')).toContain(`PARTSTAT=${partstat}`);
  });

  test('of what is off takes it out for all, and of what is not theirs any more for them', () => {
    const off = invitationTo(noor, eventOf({ ...session, cancelled: true }));
    expect(off.method).toBe('CANCEL');
    expect(wordsOf(off.content)).toContain('METHOD:CANCEL');
    expect(wordsOf(off.content)).toContain('STATUS:CANCELLED');
    const left = takenFrom(noor, eventOf(session));
    expect(left.method).toBe('CANCEL');
    expect(wordsOf(left.content)).toContain('METHOD:CANCEL');
    expect(left.content).not.toContain('STATUS:');
  });

  test('of one of a series names the series and the day of its rule', () => {
    const occurrence = {
      uid: 'series@octavo',
      zone: 'Europe/Madrid',
      date: '2026-12-08',
      time: '18:30',
    };
    const { content } = invitationTo(noor, eventOf({ ...session, occurrence }));
    const { calendar, events } = byIcalJs(content);
    expect(events[0]).toMatchObject({ uid: 'series@octavo', starts: '2026-12-01T17:30:00.000Z' });
    const [zone] = calendar.getAllSubcomponents('vtimezone');
    expect(zone?.getFirstPropertyValue('tzid')).toBe('Europe/Madrid');
    const id = calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('recurrence-id');
    expect((id as ICAL.Time).toString()).toBe('2026-12-08T18:30:00');
    expect((id as ICAL.Time).toJSDate()).toEqual(new Date('2026-12-08T17:30:00Z'));
  });
});

/** All that is written of one session. */
const allOf = (session: CalendarSession, invited: Invited) => [
  calendarFile(session),
  calendarFile({ ...session, cancelled: true }),
  invitationTo(invited, eventOf(session)).content,
  invitationTo(invited, eventOf({ ...session, cancelled: true })).content,
  takenFrom(invited, eventOf(session)).content,
];

test('every line is folded in 75 octets and ends in CRLF, whatever the title', () => {
  const words = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .map((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' '));
  fc.assert(
    fc.property(words, words, words, (title, place, name) => {
      const circle = { ...session.circle, name: name || 'A circle' };
      const invited = { ...noor, host: circle.name, to: { ...noor.to, name } };
      for (const text of allOf({ ...session, title, place, circle }, invited)) {
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of wordsOf(text)) {
          expect(line).not.toMatch(/[\r\n]/);
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        }
        expect(byIcalJs(text).events[0]?.summary).toContain(title);
      }
    }),
    { numRuns: 200 },
  );
});

test('every naughty title and name is read as it is, by every library there is', () => {
  const written = NAUGHTY.flatMap((title) => {
    const circle = { ...session.circle, name: title };
    return allOf({ ...session, title, circle }, { ...noor, host: title }).map((text) => ({
      text,
      summary: eventOf({ ...session, title, circle }).summary,
    }));
  });
  const texts = written.map(({ text }) => text);
  const { icalendar, vobject, libical } = byOthers(texts);
  for (const [index, { text, summary }] of written.entries()) {
    const { method, events } = byIcalJs(text);
    expect(events).toMatchObject([{ uid: session.uid, summary }]);
    const same = { method, events: [[session.uid, flat(summary)]] };
    expect(forgiven(byNodeIcal(text))).toEqual(same);
    if (icalendar) expect(forgiven(icalendar[index])).toEqual(same);
    if (vobject) expect(forgiven(vobject[index])).toEqual(same);
    if (libical) expect(libical[index]).toEqual({ errors: 0, said: '' });
  }
});

/** Some take a backslash before an n for a line’s end, also one that stands for itself. */
const flat = (words: string) => words.replace(/\\*(n|\n)|\\/g, '');

const forgiven = (read: Read | undefined) => ({
  method: read?.method,
  events: read?.events.map(({ uid, summary }) => [uid, flat(summary)]),
});
