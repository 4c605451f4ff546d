import { Temporal } from 'temporal-polyfill';
import { localTimeOf } from './local-time.ts';
import { daysAfter, MINUTE } from './spans.ts';
import { isSameZone, usableZone } from './zones.ts';

/** Of a row that is set by a wall clock: its moment follows from the others. */
export interface WallClock {
  starts_at: Date;
  time_zone: string;
  /** 'YYYY-MM-DD' */
  on_date: string | null;
  /** 'HH:MM' */
  at_time: string | null;
  /** the second of two, where clocks go back */
  second_time: boolean;
}

/** What clocks of a zone show at a moment, as a row keeps it; null where none here knows the zone. */
export function wallClock(startsAt: Date, zone: string): WallClock {
  const moment = { starts_at: startsAt, time_zone: zone };
  if (!hasClocks(zone)) {
    return { ...moment, on_date: null, at_time: null, second_time: false };
  }
  const { date, time, choice } = localTimeOf(startsAt, zone);
  return { ...moment, on_date: date, at_time: time, second_time: choice === 'second' };
}

/**
 * The moment that follows from what a row keeps of its wall clock, as clocks go by this machine's zone
 * data; null where it keeps none, or none here knows the zone. Where clocks go forward over it, as much
 * later.
 */
export function momentOfClock({
  time_zone: zone,
  on_date: date,
  at_time: time,
  second_time: isSecond,
}: Omit<WallClock, 'starts_at'>): Date | null {
  if (date === null || time === null || !hasClocks(zone)) return null;
  const disambiguation = isSecond ? 'later' : 'compatible';
  const shown = Temporal.PlainDateTime.from(`${date}T${time}`);
  return new Date(shown.toZonedDateTime(usableZone(zone), { disambiguation }).epochMilliseconds);
}

/** How a moment is worked out: a test puts other rules in its place. */
export type ReadClock = typeof momentOfClock;

/** Whether clocks of a zone are known here, by whichever name. */
const hasClocks = (zone: string) => usableZone(zone) !== 'UTC' || isSameZone(zone, 'UTC');

/** Minutes that clocks of a zone are ahead of UTC at a moment; null where none here know it. */
export function minutesAhead(zone: string, at: Date): number | null {
  if (!hasClocks(zone)) return null;
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(
    usableZone(zone),
  );
  return Math.round(there.offsetNanoseconds / 1_000_000 / MINUTE);
}

/** The moment a row's clock says now, where it is another than the row has and either is to come. */
export function movedMoment(row: WallClock, now: Date, read: ReadClock): Date | null {
  const moment = read(row);
  if (!moment || moment.getTime() === row.starts_at.getTime()) return null;
  return moment > now || row.starts_at > now ? moment : null;
}

/** Moments before this may be to come by other rules: no zone has ever moved further. */
export const earliestToCome = (now: Date) => daysAfter(now, -1);
