import { localTimeOf } from './local-time.ts';
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
  if (usableZone(zone) === 'UTC' && !isSameZone(zone, 'UTC')) {
    return { ...moment, on_date: null, at_time: null, second_time: false };
  }
  const { date, time, choice } = localTimeOf(startsAt, zone);
  return { ...moment, on_date: date, at_time: time, second_time: choice === 'second' };
}
