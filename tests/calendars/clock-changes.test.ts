import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { expect, test } from 'vitest';
import { type CalendarSeries, seriesTo } from '#app/calendars/rules/series.server.ts';
import { byOthers } from './readers.ts';

/** Every Sunday at half past two in New York, where clocks change on 12 March and 5 November 2028. */
const sundays: CalendarSeries = {
  ...{ circle: { slug: 'harbour', name: 'Harbour' }, id: 7, uid: 'b7@octavo', sequence: 3 },
  ...{ title: 'Owls', minutes: 75, place: 'Pier 4', path: '/circles/harbour/series/7' },
  changedAt: new Date('2028-01-02T10:00:00Z'),
  ...{ rule: 'FREQ=WEEKLY;BYDAY=SU', startsOn: '2028-02-27', time: '02:30' },
  ...{ zone: 'America/New_York', untilOn: '2028-11-12', isOver: false, without: [], otherwise: [] },
};
const noor = { name: 'Noor', address: 'noor@example.org' };
const invited = { to: noor, host: 'Harbour', answer: null, at: new Date('2028-01-03T10:00:00Z') };
const textOf = (given: Partial<CalendarSeries>) =>
  seriesTo(invited, { ...sundays, ...given }).content;

const DAYS = { from: new Date('2028-02-01'), to: new Date('2028-12-01') };
const asSaid = (all: readonly { start: Date; end: Date }[]) =>
  all.map(({ start, end }) => `${start.toISOString()} ${(+end - +start) / 60_000}`).sort();

function byIcalJs(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const [master, ...exceptions] = calendar.getAllSubcomponents('vevent');
  const event = new ICAL.Event(master, { exceptions: exceptions as never });
  const all = event.iterator();
  const found: { start: Date; end: Date }[] = [];
  for (let at = all.next(); at; at = all.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(at);
    found.push({ start: startDate.toJSDate(), end: endDate.toJSDate() });
  }
  return asSaid(found);
}

function byNodeIcal(text: string): string[] {
  const parts = Object.values(nodeIcal.sync.parseICS(text));
  const found = parts.flatMap((part) =>
    part?.type === 'VEVENT' ? nodeIcal.expandRecurringEvent(part, DAYS) : [],
  );
  return asSaid(found as { start: Date; end: Date }[]);
}

test.each([
  ['that comes twice is the first of the two', { time: '01:30' }, '2028-11-05T05:30:00.000Z'],
  ['that is passed over is as much later', { time: '02:30' }, '2028-03-12T07:30:00.000Z'],
  ['before which clocks change is as long as any', { time: '00:15' }, '2028-03-12T05:15:00.000Z'],
])('a time %s, in every calendar', (_, given, expected) => {
  // Longer than until the clocks change, where it begins before they do.
  const minutes = given.time === '00:15' ? 150 : 75;
  const text = textOf({ ...given, minutes });
  for (const found of [byIcalJs(text), byNodeIcal(text)]) {
    expect(found).toContain(`${expected} ${minutes}`);
    expect(found).toHaveLength(38);
    expect(found.every((one) => one.endsWith(` ${minutes}`))).toBe(true);
  }
  const { libical } = byOthers([text]);
  if (libical) expect(libical).toEqual([{ errors: 0, said: '' }]);
});

test('a series that begins over such a time is as long as it is, each time', () => {
  for (const startsOn of ['2028-03-12', '2028-10-29', '2028-11-05']) {
    for (const time of ['02:30', '01:30', '00:15']) {
      const text = textOf({ startsOn, time, minutes: 135 });
      const days = (Date.parse('2028-11-12') - Date.parse(startsOn)) / 86_400_000;
      expect(byIcalJs(text)).toHaveLength(days / 7 + 1);
      for (const found of [byIcalJs(text), byNodeIcal(text)]) {
        expect(found.filter((one) => !one.endsWith(' 135'))).toEqual([]);
      }
    }
  }
});

test('its last day may be such a one, and a day without one stays without', () => {
  const last = textOf({ time: '01:30', untilOn: '2028-11-05' });
  for (const read of [byIcalJs, byNodeIcal]) {
    expect(read(last).at(-1)).toBe('2028-11-05T05:30:00.000Z 75');
  }
  const without = textOf({ time: '01:30', without: ['2028-11-05'] });
  expect(byIcalJs(without)).toHaveLength(37);
  expect(without).not.toContain('RECURRENCE-ID;TZID=America/New_York:20281105T013000');
});
