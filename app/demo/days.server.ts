import { Temporal } from 'temporal-polyfill';

/** The moment from which a circle's offsets count. */
export type Anchor = Temporal.ZonedDateTime;

// Notes are written at believable hours when the anchor is an evening.
export const EVENING = Temporal.PlainTime.from('19:00');

/**
 * The latest evening of `weekday` (ISO, 1 is Monday) in `zone` that is not after `now`: whatever
 * the day of loading, what was written about Tuesday is about a Tuesday, and nothing was written
 * in the future.
 */
export function anchorOf(weekday: number, zone: string, now: Date): Anchor {
  const present = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const evening = present
    .subtract({ days: (present.dayOfWeek - weekday + 7) % 7 })
    .withPlainTime(EVENING);
  return Temporal.ZonedDateTime.compare(evening, present) > 0
    ? evening.subtract({ weeks: 1 })
    : evening;
}

/** A moment `days` (which may be fractional) before the anchor. */
export function ago(anchor: Anchor, days: number): Date {
  const minutes = Math.round((days - Math.floor(days)) * 24 * 60);
  return dateOf(anchor.subtract({ days: Math.floor(days), minutes }));
}

/** The calendar day `offset` days from the anchor's, as 'YYYY-MM-DD'. */
export function dayAt(anchor: Anchor, offset: number): string {
  return anchor.toPlainDate().add({ days: offset }).toString();
}

/** 'HH:MM' on the day `offset` days from the anchor's, in the anchor's zone. */
export function timeAt(anchor: Anchor, offset: number, time: string): Date {
  const day = anchor.toPlainDate().add({ days: offset });
  return dateOf(day.toZonedDateTime({ timeZone: anchor.timeZoneId, plainTime: time }));
}

export const earliest = (...dates: Date[]) => new Date(Math.min(...dates.map(Number)));
export const latest = (...dates: Date[]) => new Date(Math.max(...dates.map(Number)));

const dateOf = (moment: Temporal.ZonedDateTime) => new Date(moment.epochMilliseconds);
