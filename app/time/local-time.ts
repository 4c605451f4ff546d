import { Temporal } from 'temporal-polyfill';
import { formattersOf } from './formatters.ts';
import { usableZone } from './zones.ts';

/** When a wall clock shows something. Temporal stays out of what pages load: on the server only, and in a worker. */

export interface LocalTime {
  /** 'YYYY-MM-DD' */
  date: string;
  /** 'HH:MM' */
  time: string;
  /** IANA zone whose clocks are meant */
  zone: string;
}

/** Which of the two, where clocks go back and an hour happens twice. */
export type LocalTimeChoice = 'first' | 'second';

export interface LocalTimeOption {
  choice: LocalTimeChoice;
  /** '+02:00' */
  offset: string;
  /** 'CEST', or 'GMT+2' where the zone has no name of its own */
  name: string;
}

export type Resolved =
  | { ok: true; startsAt: Date }
  | { ok: false; reason: 'past' }
  /** clocks went forward over it; `next` is when they show a valid time again */
  | { ok: false; reason: 'does-not-exist'; next: { date: string; time: string } }
  | { ok: false; reason: 'exists-twice'; options: LocalTimeOption[] };

/** A time that cannot be taken as it was typed. */
export type Unresolved = Exclude<Resolved, { ok: true }>;

/**
 * The moment clocks in a zone show a date and time.
 * @param choice taken where the time exists twice, without effect elsewhere
 */
export function resolveLocalTime(
  { date, time, zone }: LocalTime,
  { now, choice }: { now: Date; choice?: LocalTimeChoice | undefined },
): Resolved {
  const typed = Temporal.PlainDateTime.from(`${date}T${time}`);
  const earlier = typed.toZonedDateTime(usableZone(zone), { disambiguation: 'earlier' });
  const later = typed.toZonedDateTime(usableZone(zone), { disambiguation: 'later' });
  const isPast = (when: Temporal.ZonedDateTime) => when.epochMilliseconds <= now.getTime();
  if (isPast(later)) return { ok: false, reason: 'past' };
  if (earlier.equals(later)) return { ok: true, startsAt: new Date(earlier.epochMilliseconds) };
  if (!earlier.toPlainDateTime().equals(typed)) {
    // `earlier` lies just before the gap: its next transition is where the clocks jump.
    const next = (earlier.getTimeZoneTransition('next') ?? later).toPlainDateTime();
    return {
      ok: false,
      reason: 'does-not-exist',
      next: {
        date: next.toPlainDate().toString(),
        time: next.toPlainTime().toString({ smallestUnit: 'minute' }),
      },
    };
  }
  const chosen = choice === 'first' ? earlier : choice === 'second' ? later : null;
  if (chosen) {
    if (isPast(chosen)) return { ok: false, reason: 'past' };
    return { ok: true, startsAt: new Date(chosen.epochMilliseconds) };
  }
  const option = (
    choice: LocalTimeChoice,
    { offset, epochMilliseconds }: Temporal.ZonedDateTime,
  ) => ({
    choice,
    offset,
    name: zoneName(new Date(epochMilliseconds), zone),
  });
  const options = [option('first', earlier), option('second', later)];
  return { ok: false, reason: 'exists-twice', options };
}

/**
 * The moment a form says that was made from a saved one. A time nobody touched stays, also when it
 * has begun or its hour exists twice.
 */
export function newStart(
  saved: Date,
  { date, time, zone }: LocalTime,
  { now, choice }: { now: Date; choice?: LocalTimeChoice | undefined },
): Resolved {
  const local = localTimeOf(saved, zone);
  const untouched = local.date === date && local.time === time;
  if (untouched && (choice === undefined || choice === local.choice)) {
    return { ok: true, startsAt: saved };
  }
  return resolveLocalTime({ date, time, zone }, { now, choice });
}

/** When clocks show a date and time: the first of two; where they go forward over it, as much later. */
export function momentOf({ date, time, zone }: LocalTime): Date {
  const typed = Temporal.PlainDateTime.from(`${date}T${time}`);
  return new Date(typed.toZonedDateTime(usableZone(zone)).epochMilliseconds);
}

/**
 * When clocks show a date and time for the first and for the last time: two moments where it exists
 * twice. Where they go forward over it, both are when they do.
 */
export function turnsOf({ date, time, zone }: LocalTime): { first: Date; last: Date } {
  const typed = Temporal.PlainDateTime.from(`${date}T${time}`);
  const earlier = typed.toZonedDateTime(usableZone(zone), { disambiguation: 'earlier' });
  const exists = earlier.toPlainDateTime().equals(typed);
  const first = exists ? earlier : (earlier.getTimeZoneTransition('next') ?? earlier);
  const last = exists
    ? typed.toZonedDateTime(usableZone(zone), { disambiguation: 'later' })
    : first;
  return { first: new Date(first.epochMilliseconds), last: new Date(last.epochMilliseconds) };
}

/** The date and time clocks in `zone` show at `at`; `choice` where they show it twice. */
export function localTimeOf(at: Date, zone: string): LocalTime & { choice: LocalTimeChoice } {
  const when = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(
    usableZone(zone),
  );
  const typed = when.toPlainDateTime();
  const first = typed.toZonedDateTime(usableZone(zone), { disambiguation: 'earlier' });
  return {
    date: typed.toPlainDate().toString(),
    time: typed.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone,
    choice: first.equals(when) ? 'first' : 'second',
  };
}

const nameFormatter = formattersOf({ timeZoneName: 'short' });

function zoneName(at: Date, zone: string): string {
  const parts = nameFormatter(zone).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? usableZone(zone);
}
