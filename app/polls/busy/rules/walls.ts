import ICAL from 'ical.js';
import { momentOf } from '#app/time/local-time.ts';
import { SECOND } from '#app/time/spans.ts';
import { usableZone } from '#app/time/zones.ts';

/** What a calendar’s clock shows. */
export interface Wall {
  /** in milliseconds, as if it were UTC */
  at: number;
  /** a day, without a time */
  isDate: boolean;
  /** as the file calls it; null: whoever reads it */
  tzid: string | null;
}

/** By whose clocks a file is read. */
export interface Clocks {
  /** what the file says of its zones */
  zones: ReadonlyMap<string, ICAL.Timezone>;
  /** the zone of whoever reads it */
  reader: string;
}

const UTC = 'UTC';

/** What a property says: one value, or several. */
export const wallsOf = (property: ICAL.Property | null): Wall[] =>
  (property?.getValues() ?? []).flatMap((value) =>
    value instanceof ICAL.Time ? wallOf(value, property) : [],
  );

export function wallOf(time: ICAL.Time, property: ICAL.Property | null): Wall {
  const { year, month, day, hour, minute, second, isDate } = time;
  const at = Date.UTC(year, month - 1, day, ...(isDate ? [] : [hour, minute, second]));
  if (!Number.isFinite(at)) throw new Error('no such time');
  if (isDate) return { at, isDate, tzid: null };
  if (time.zone === ICAL.Timezone.utcTimezone) return { at, isDate, tzid: UTC };
  return { at, isDate, tzid: property?.getFirstParameter('tzid') || null };
}

/** The time in the words of ical.js, whose rules go by what clocks show alone. */
export function timeOf({ at, isDate }: Wall): ICAL.Time {
  const on = new Date(at);
  return new ICAL.Time(
    {
      ...{ year: on.getUTCFullYear(), month: on.getUTCMonth() + 1, day: on.getUTCDate(), isDate },
      ...(!isDate && {
        ...{ hour: on.getUTCHours(), minute: on.getUTCMinutes(), second: on.getUTCSeconds() },
      }),
    },
    ICAL.Timezone.localTimezone,
  );
}

/**
 * When clocks show it, in milliseconds: a zone by what the file says of it, or as it is known here;
 * a day, a time without a zone, and one in a zone nobody knows, by the reader’s own.
 */
export function momentOfWall(wall: Wall, { zones, reader }: Clocks): number {
  const { at, tzid } = wall;
  const told = tzid === null ? undefined : zones.get(tzid);
  if (told) return at - told.utcOffset(timeOf(wall)) * SECOND;
  const zone = tzid === null ? reader : (zoneHere(tzid) ?? reader);
  if (zone === UTC) return at;
  const shown = new Date(at).toISOString();
  return momentOf({ date: shown.slice(0, 10), time: shown.slice(11, 19), zone }).getTime();
}

/** Whether a file names a zone without saying what it is, and nobody here knows it. */
export const isUnknown = (tzid: string | null, { zones }: Clocks): boolean =>
  tzid !== null && !zones.has(tzid) && zoneHere(tzid) === null;

const CITY = /[A-Z]\w+\/[A-Z][\w+-]+(\/[A-Z][\w+-]+)?$/;

/** 'Europe/Madrid' also of '/citadel.org/20210210_1/Europe/Madrid'. */
function zoneHere(tzid: string): string | null {
  if (/(^|\/)(utc|gmt|z)$/i.test(tzid)) return UTC;
  for (const name of [tzid, CITY.exec(tzid)?.[0] ?? '']) {
    if (name && usableZone(name) !== UTC) return usableZone(name);
  }
  return null;
}
