import nodeIcal from 'node-ical';
import { expect, test } from 'vitest';
import { busyTimes } from '#app/polls/busy/rules/busy-times.ts';
import { readCalendar } from '#app/polls/busy/rules/calendar-text.ts';
import { type Asked, askedSpan, clashesOf, spansOf } from '#app/polls/busy/rules/clashes.ts';
import { busyLines } from '#app/polls/busy/words.ts';
import { DAY, HOUR } from '#app/time/spans.ts';

const READER = 'Europe/Madrid';
/** A week of December, whose Thursday is the 10th. Madrid is an hour ahead. */
const WEEK = { from: Date.UTC(2026, 11, 7), to: Date.UTC(2026, 11, 14) };

const calendar = (...parts: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...parts, 'END:VCALENDAR', ''].join(
    '\r\n',
  );
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');

/** When a calendar says one is busy, as 'from/to' in UTC. */
function busyOf(text: string, span = WEEK) {
  const read = readCalendar(text);
  const groups = [...busyTimes(read, span, READER)];
  const short = (at: number) => new Date(at).toISOString().slice(5, 16);
  return {
    busy: groups
      .flatMap(({ busy }) => busy)
      .map(({ from, to }) => `${short(from)}/${short(to)}`)
      .sort(),
    unread: read.unread + groups.filter(({ isWhole }) => !isWhole).length,
    zones: groups.flatMap(({ unknownZone }) => unknownZone ?? []),
  };
}

const UTC_5PM = ['DTSTART:20261210T170000Z', 'DTEND:20261210T180000Z'];

/** What an event says, and when one is busy by it; an empty list: never. */
const HAND_TABLE: [about: string, lines: string[], busy: string[]][] = [
  ['in UTC', UTC_5PM, ['12-10T17:00/12-10T18:00']],
  ['transparent', [...UTC_5PM, 'TRANSP:TRANSPARENT'], []],
  ['opaque', [...UTC_5PM, 'TRANSP:OPAQUE'], ['12-10T17:00/12-10T18:00']],
  ['free in Outlook', [...UTC_5PM, 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'], []],
  ['cancelled', [...UTC_5PM, 'STATUS:CANCELLED'], []],
  ['tentative', [...UTC_5PM, 'STATUS:TENTATIVE'], ['12-10T17:00/12-10T18:00']],
  [
    'floating, on the reader’s clock',
    ['DTSTART:20261210T170000', 'DTEND:20261210T180000'],
    ['12-10T16:00/12-10T17:00'],
  ],
  [
    'in a zone the file does not bring',
    ['DTSTART;TZID=Asia/Tokyo:20261210T170000', 'DURATION:PT90M'],
    ['12-10T08:00/12-10T09:30'],
  ],
  [
    'in a zone with a prefix',
    ['DTSTART;TZID=/citadel.org/20210210_1/America/New_York:20261210T170000', 'DURATION:PT1H'],
    ['12-10T22:00/12-10T23:00'],
  ],
  [
    'from zone to zone',
    ['DTSTART;TZID=Europe/Madrid:20261210T080000', 'DTEND;TZID=Europe/London:20261210T090000'],
    ['12-10T07:00/12-10T09:00'],
  ],
  ['all day', ['DTSTART;VALUE=DATE:20261210'], ['12-09T23:00/12-10T23:00']],
  [
    'all day, to the same day',
    ['DTSTART;VALUE=DATE:20261210', 'DTEND;VALUE=DATE:20261210'],
    ['12-09T23:00/12-10T23:00'],
  ],
  [
    'two days',
    ['DTSTART;VALUE=DATE:20261210', 'DTEND;VALUE=DATE:20261212'],
    ['12-09T23:00/12-11T23:00'],
  ],
  [
    'two days by duration',
    ['DTSTART;VALUE=DATE:20261210', 'DURATION:P2D'],
    ['12-09T23:00/12-11T23:00'],
  ],
  ['all day and free', ['DTSTART;VALUE=DATE:20261210', 'TRANSP:TRANSPARENT'], []],
  ['without an end', ['DTSTART:20261210T170000Z'], []],
  ['zero-length', ['DTSTART:20261210T170000Z', 'DTEND:20261210T170000Z'], []],
  ['ends before it starts', ['DTSTART:20261210T170000Z', 'DTEND:20261210T160000Z'], []],
  [
    'from long ago until long after',
    ['DTSTART:20261101T000000Z', 'DTEND:20270101T000000Z'],
    ['11-01T00:00/01-01T00:00'],
  ],
  ['before and after the week', ['DTSTART:20261201T170000Z', 'DURATION:PT1H'], []],
  [
    'a folded line',
    ['DTSTART;TZID=Euro\r\n pe/Madrid:20261210T1\r\n\t70000', 'DURATION:PT1H'],
    ['12-10T16:00/12-10T17:00'],
  ],
  [
    'every second day but one, until a moment',
    [
      'DTSTART;TZID=Europe/Madrid:20200101T170000',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261211T160000Z',
      'EXDATE;TZID=Europe/Madrid:20261209T170000',
    ],
    ['12-07T16:00/12-07T17:00', '12-11T16:00/12-11T17:00'],
  ],
  [
    'an exception in UTC, and one that is a day',
    [
      'DTSTART;TZID=Asia/Tokyo:20261207T090000',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=4',
      'EXDATE:20261208T000000Z',
      'EXDATE;VALUE=DATE:20261210',
    ],
    ['12-07T00:00/12-07T01:00', '12-09T00:00/12-09T01:00'],
  ],
  [
    'other days of its own',
    [
      'DTSTART:20261001T170000Z',
      'DURATION:PT1H',
      'RDATE:20261209T100000Z,20261211T100000Z',
      'RDATE;VALUE=PERIOD:20261212T100000Z/PT3H',
    ],
    ['12-09T10:00/12-09T11:00', '12-11T10:00/12-11T11:00', '12-12T10:00/12-12T13:00'],
  ],
  [
    'a birthday of 1980, all day',
    ['DTSTART;VALUE=DATE:19801210', 'RRULE:FREQ=YEARLY'],
    ['12-09T23:00/12-10T23:00'],
  ],
];

test.each(HAND_TABLE)('an event is busy when it says so: %s', (_about, lines, busy) => {
  const read = busyOf(calendar(event('UID:one', 'SUMMARY:One', ...lines)));
  expect(read).toEqual({ busy, unread: 0, zones: [] });
});

const WEEKLY = ['UID:w', 'DTSTART;TZID=Europe/Madrid:20261105T170000', 'DURATION:PT1H'];

test('a day that is otherwise is read from its own event, wherever it went', () => {
  const series = event(...WEEKLY, 'RRULE:FREQ=WEEKLY');
  const read = (...lines: string[]) => busyOf(calendar(event('UID:w', ...lines), series)).busy;
  const of = 'RECURRENCE-ID:20261210T160000Z';
  expect(read(of, 'DTSTART:20261211T090000Z', 'DURATION:PT2H')).toEqual([
    '12-11T09:00/12-11T11:00',
  ]);
  expect(read(of, 'DTSTART:20261210T160000Z', 'DURATION:PT1H', 'STATUS:CANCELLED')).toEqual([]);
  expect(read(of, 'DTSTART:20261210T160000Z', 'DURATION:PT1H', 'TRANSP:TRANSPARENT')).toEqual([]);
  // One of a later week that was brought forward into this one.
  expect(
    read('RECURRENCE-ID:20261231T160000Z', 'DTSTART:20261208T090000Z', 'DURATION:PT1H'),
  ).toEqual(['12-08T09:00/12-08T10:00', '12-10T16:00/12-10T17:00']);
  const onward = 'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Madrid:20261203T170000';
  expect(read(onward, 'DTSTART;TZID=Europe/Madrid:20261204T183000', 'DURATION:PT30M')).toEqual([
    '12-11T17:30/12-11T18:00',
  ]);
  expect(read(onward, 'DTSTART:20261203T160000Z', 'TRANSP:TRANSPARENT')).toEqual([]);
});

test('a zone is read by what the file says of it, also under a name nobody knows', () => {
  const zone = [
    ...['BEGIN:VTIMEZONE', 'TZID:W. Europe Standard Time', 'BEGIN:STANDARD'],
    ...['DTSTART:16010101T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
    ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD', 'BEGIN:DAYLIGHT'],
    ...['DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
    ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
  ].join('\r\n');
  const weekly = event(
    ...['UID:o', 'DTSTART;TZID="W. Europe Standard Time":20250605T090000'],
    ...['DTEND;TZID="W. Europe Standard Time":20250605T093000', 'RRULE:FREQ=WEEKLY'],
  );
  expect(busyOf(calendar(zone, weekly))).toMatchObject({
    busy: ['12-10T08:00/12-10T08:30'],
    zones: [],
  });
  const summer = { from: Date.UTC(2026, 5, 8), to: Date.UTC(2026, 5, 14) };
  expect(busyOf(calendar(weekly, zone), summer).busy).toEqual(['06-11T07:00/06-11T07:30']);
  // Without a word of it, the reader’s clock is the likeliest, and they are told.
  expect(busyOf(calendar(weekly))).toMatchObject({
    busy: ['12-10T08:00/12-10T08:30'],
    zones: ['W. Europe Standard Time'],
  });
});

test('what a program publishes of free and busy hours is read too', () => {
  const part = [
    ...['BEGIN:VFREEBUSY', 'FREEBUSY:20261210T170000Z/20261210T180000Z,20261211T090000Z/PT30M'],
    ...['FREEBUSY;FBTYPE=FREE:20261212T170000Z/20261212T180000Z', 'END:VFREEBUSY'],
  ].join('\r\n');
  expect(busyOf(calendar(part)).busy).toEqual([
    '12-10T17:00/12-10T18:00',
    '12-11T09:00/12-11T09:30',
  ]);
});

test('what is broken costs nothing else, and is counted', () => {
  const good = event('UID:good', ...UTC_5PM);
  const bad = [
    event('UID:a', 'DTSTART:yesterday'),
    event('UID:b', 'DURATION:PT1H'),
    event('UID:c', 'DTSTART:20261210T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY'),
    event('UID:d', 'DTSTART:20261201T000000Z', 'DURATION:PT1H', 'RRULE:FREQ=SOMETIMES'),
  ];
  const read = busyOf(calendar(...bad, good));
  expect(read.busy).toContain('12-10T17:00/12-10T18:00');
  expect(read.unread).toBe(bad.length);
  const whole = calendar(good, event('UID:cut', ...UTC_5PM));
  const cut = whole.slice(0, whole.lastIndexOf('DTEND'));
  expect(busyOf(cut)).toMatchObject({ busy: ['12-10T17:00/12-10T18:00'], unread: 1 });
  // The words of an event may hold what would end it, and its pictures may be most of it.
  const words = event('UID:w', 'DESCRIPTION:x\\nEND:VEVENT', 'ATTACH:data:1', ...UTC_5PM);
  expect(busyOf(calendar(words)).busy).toHaveLength(1);
  const alarm = 'BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nDURATION:P9D\r\nEND:VALARM';
  expect(busyOf(calendar(event('UID:w', ...UTC_5PM, alarm))).busy).toHaveLength(1);
  for (const line of ['\n', '\r', '\r\n\r\n']) {
    expect(busyOf(calendar(good).replaceAll('\r\n', line)).busy).toHaveLength(1);
  }
  for (const text of ['', 'Dear diary,', '{"BEGIN":"VEVENT"}', 'BEGIN:VCARD\r\nEND:VCARD']) {
    expect(readCalendar(text).isCalendar).toBe(false);
  }
  expect(readCalendar(calendar()).isCalendar).toBe(true);
});

test('a month without a 31st is left out, as the standard says', () => {
  const monthly = event('UID:m', 'DTSTART:20240131T093000Z', 'DURATION:PT1H', 'RRULE:FREQ=MONTHLY');
  const span = { from: Date.UTC(2026, 8, 1), to: Date.UTC(2027, 0, 1) };
  expect(busyOf(calendar(monthly), span).busy).toEqual([
    ...['10-31T09:30/10-31T10:30', '12-31T09:30/12-31T10:30'],
  ]);
});

test('rules are followed as another reader follows them', () => {
  const from = Date.UTC(2026, 8, 1);
  const span = { from, to: from + 400 * DAY };
  const rules = [
    ['20190305T093000', 'FREQ=YEARLY'],
    ['20260105T093000', 'FREQ=MONTHLY;BYDAY=1MO,-1FR'],
    ['20251028T173000', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH'],
    ['20260901T090000', 'FREQ=DAILY;INTERVAL=5;COUNT=30'],
    ['20250101T200000', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['20250101T200000', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    ['20250302T200000', 'FREQ=WEEKLY;UNTIL=20261101T190000Z'],
  ];
  for (const [start, rule] of rules) {
    const text = calendar(
      event(
        ...['UID:r', 'DTSTAMP:20260101T000000Z', `DTSTART;TZID=Europe/Madrid:${start}`],
        ...['DURATION:PT1H', `RRULE:${rule}`],
      ),
    );
    const ours = [...busyTimes(readCalendar(text), span, READER)].flatMap(({ busy }) => busy);
    const [theirs] = Object.values(nodeIcal.sync.parseICS(text)).filter(
      (part) => part?.type === 'VEVENT',
    );
    const others = nodeIcal.expandRecurringEvent(theirs as nodeIcal.VEvent, {
      ...{ from: new Date(span.from), to: new Date(span.to) },
    });
    const starts = others.map(({ start }) => start.getTime());
    expect(ours.map(({ from }) => from).sort(), rule).toEqual(starts.sort());
    expect(starts.length, rule).toBeGreaterThan(0);
  }
});

const reader = { zone: READER, now: '2026-12-01T12:00:00Z' };
const asked = (kind: Asked['kind'], startsAt: string): Asked => ({
  ...{ kind, minutes: 60, zone: READER, slots: [{ id: 1, startsAt }] },
});

test('events that only touch a time are not in its way; what is stands in words', () => {
  const slot = { startsAt: '2026-12-10T16:00:00.000Z' };
  const poll = asked('dates', slot.startsAt);
  const now = new Date(reader.now);
  const said = (...lines: string[][]) => {
    const text = calendar(...lines.map((of, at) => event(`UID:${at}`, ...of)));
    const span = askedSpan(poll, now) ?? WEEK;
    const busy = [...busyTimes(readCalendar(text), span, READER)].flatMap(({ busy }) => busy);
    const dates = spansOf(poll, slot, now);
    return busyLines(
      'dates',
      dates.map((span) => ({ span, busy: clashesOf(span, busy) })),
      reader,
    );
  };
  const touching = [
    ['DTSTART:20261210T150000Z', 'DTEND:20261210T160000Z'],
    ['DTSTART:20261210T170000Z', 'DTEND:20261210T180000Z'],
  ];
  expect(said(...touching)).toEqual([]);
  const dentist = ['SUMMARY:Dentist\\, at last', 'DTSTART:20261210T163000Z', 'DURATION:PT1H'];
  expect(said(...touching, dentist, dentist)).toEqual(['busy: 17:30–18:30 · Dentist, at last']);
  expect(said(['DTSTART:20261209T220000Z', 'DURATION:P1D'])).toEqual([
    'busy: Wednesday 9 December 23:00–23:00',
  ]);
  expect(said(['SUMMARY:Offsite', 'DTSTART;VALUE=DATE:20261210'])).toEqual([
    'busy all day · Offsite',
  ]);
  const many = [1, 2, 3, 4, 5].map((at) => [`SUMMARY:${at}`, ...dentist.slice(1)]);
  expect(said(...many)).toHaveLength(4);
  expect(said(...many).at(-1)).toBe('and 2 more');
});

test('a time of the week is compared with the coming four, by the clock it was said on', () => {
  // From summer into winter: the clocks go back on 25 October.
  const startsAt = '2026-10-15T15:30:00.000Z';
  const weeks = (now: string) =>
    spansOf(asked('weekly', startsAt), { startsAt }, new Date(now)).map(({ from }) =>
      new Date(from).toISOString().slice(5, 16),
    );
  expect(weeks('2026-10-01T12:00:00Z')).toEqual([
    ...['10-15T15:30', '10-22T15:30', '10-29T16:30', '11-05T16:30'],
  ]);
  expect(weeks('2026-10-22T15:30:00Z')[0]).toBe('10-29T16:30');
  const dates = spansOf(asked('weekly', startsAt), { startsAt }, new Date('2026-10-01T12:00:00Z'));
  const busy = dates
    .filter((_, at) => at > 1)
    .map((span) => ({ ...span, title: '', allDay: false }));
  const clashes = dates.map((span) => ({ span, busy: clashesOf(span, busy) }));
  expect(busyLines('weekly', clashes, reader)).toEqual(['busy on 2 of the next 4: 29 Oct, 5 Nov']);
  expect(
    busyLines(
      'weekly',
      dates.map((span) => ({ span, busy: [] })),
      reader,
    ),
  ).toEqual([]);
});

test('a calendar of many years is read in its time', () => {
  const many = Array.from({ length: 4_000 }, (_, at) =>
    event(`UID:${at}`, `SUMMARY:${'long '.repeat(20)}`, ...UTC_5PM),
  );
  expect(busyOf(calendar(...many)).busy).toHaveLength(4_000);
  const hour = { from: WEEK.from, to: WEEK.from + HOUR };
  const daily = event('UID:d', 'DTSTART:19900101T003000Z', 'DURATION:PT5M', 'RRULE:FREQ=DAILY');
  expect(busyOf(calendar(daily), hour).busy).toEqual(['12-07T00:30/12-07T00:35']);
});
