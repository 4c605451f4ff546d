import { Temporal } from 'temporal-polyfill';
import { usableZone } from './zones.ts';

const SATURDAY = 6;

/**
 * The moment at which so many working days, Monday to Friday on the clocks of `zone`, have gone by: at
 * the same time of day, counted from the beginning of Monday for what is from a weekend. On the server
 * only, as days.ts.
 */
export function workingDaysAfter(from: Date, days: number, zone: string): Date {
  const begins = Temporal.Instant.fromEpochMilliseconds(from.getTime())
    .toZonedDateTimeISO(usableZone(zone))
    .toPlainDateTime();
  let at = isWeekend(begins)
    ? nextWorkingDay(begins).with({ hour: 0, minute: 0, second: 0, millisecond: 0 })
    : begins;
  for (let day = 0; day < days; day++) at = nextWorkingDay(at);
  return new Date(at.toZonedDateTime(usableZone(zone)).epochMilliseconds);
}

const isWeekend = (at: Temporal.PlainDateTime) => at.dayOfWeek >= SATURDAY;

function nextWorkingDay(from: Temporal.PlainDateTime): Temporal.PlainDateTime {
  let at = from.add({ days: 1 });
  while (isWeekend(at)) at = at.add({ days: 1 });
  return at;
}
