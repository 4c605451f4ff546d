import ICAL from 'ical.js';
import { addDays, todayIn } from '#app/time/days.ts';
import { momentOf } from '#app/time/local-time.ts';
import { MINUTE, SECOND } from '#app/time/spans.ts';
import { called } from './calendar-file.server.ts';
import type { Clock } from './calendar-text.server.ts';
import type { CalendarEvent } from './event.server.ts';
import type { CalendarSeries } from './series.server.ts';
import { changesBetween } from './zone.server.ts';

export interface Span {
  from: Date;
  to: Date;
}

/**
 * The days of a series at whose time clocks of its zone change, as events of their own: calendars differ
 * in what they make of a time that comes twice, or not at all, and of how long one is that lies across
 * it. Days without one and those that are otherwise anyway are not among them.
 */
export function atClockChanges(series: CalendarSeries, span: Span): CalendarEvent[] {
  const { uid, zone, time, without, otherwise, sequence, minutes, place, path } = series;
  const said = new Set([...without, ...otherwise.map(({ occurrence }) => occurrence?.date)]);
  return daysAtChanges(series, span)
    .filter((date) => !said.has(date))
    .map((date) => ({
      ...{ uid, sequence, minutes, place, path, changedAt: series.changedAt, cancelled: false },
      startsAt: momentOf({ date, time, zone }),
      summary: called(series.circle, series.title),
      occurrence: { uid, zone, date, time },
    }));
}

/** Whether clocks change at the time of its first. */
export const beginsAtChange = (series: CalendarSeries, span: Span): boolean =>
  daysAtChanges(series, span).includes(series.startsOn);

function daysAtChanges(series: CalendarSeries, { from, to }: Span): string[] {
  const { zone, time, minutes, untilOn } = series;
  const last = addDays(todayIn(zone, to), 1);
  const days = new Set(daysUntil(series, untilOn !== null && untilOn < last ? untilOn : last));
  return changesBetween(zone, from, to).flatMap((change) => {
    const moment = change.at.epochMilliseconds;
    const apart = Math.abs(change.to - change.from) * SECOND;
    const day = change.at.toPlainDate().toString();
    return [addDays(day, -1), day, addDays(day, 1)].filter((date) => {
      if (!days.has(date)) return false;
      const starts = momentOf({ date, time, zone }).getTime();
      return starts < moment + apart && starts + minutes * MINUTE > moment - apart;
    });
  });
}

/** The days of its rule, as a calendar counts them. */
function daysUntil({ rule, startsOn }: CalendarSeries, last: string): string[] {
  const all = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(startsOn));
  const days: string[] = [];
  for (let day = all.next(); day; day = all.next()) {
    if (day.toString() > last) break;
    days.push(day.toString());
  }
  return days;
}

/** What clocks that do not change show so many minutes later. */
export function plainEnd({ date, time }: Clock, minutes: number): Clock {
  const ends = new Date(Date.parse(`${date}T${time}Z`) + minutes * MINUTE).toISOString();
  return { date: ends.slice(0, 10), time: ends.slice(11, 16) };
}
