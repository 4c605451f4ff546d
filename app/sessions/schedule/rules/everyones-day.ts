import type { LocalTimeChoice } from '#app/time/local-time.ts';
import { read } from '#app/time/reading.ts';
import { HOUR } from '#app/time/spans.ts';

/**
 * What time a session is for each member. Pure, with Intl only: it runs in the browser while the
 * time is typed, and on the server for those without scripts.
 */

/** A session that starts before this is early for someone, on their own clocks. */
const EARLY_BEFORE = '08:00';
/** A session that starts after this is late. */
const LATE_AFTER = '21:00';

export interface ZoneCount {
  zone: string;
  people: number;
}

export interface DayRow extends ZoneCount {
  /** 'HH:MM' on their clocks */
  time: string;
  /** 'UTC+2', where their clocks show that time twice */
  offset: string | undefined;
  /** their calendar day beside the circle's: -1 the day before, 1 the day after */
  shift: -1 | 0 | 1;
  judged: 'early' | 'late' | null;
}

export interface EveryonesDay {
  rows: DayRow[];
  /** the nearest start that day, in the circle's zone, that is early and late for nobody */
  better: string | null;
}

interface Typed {
  date: string;
  time: string;
  /** the circle's zone */
  zone: string;
  /** which of the two, where its clocks show that time twice; the first until it is said */
  choice?: LocalTimeChoice | undefined;
}

/** Null while the date and the time are not both typed. */
export function everyonesDay(typed: Typed, zones: readonly ZoneCount[]): EveryonesDay | null {
  // Someone who types 2027 into a date field passes the years 0002, 0020 and 0202.
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(typed.date)) return null;
  if (!/^\d{2}:\d{2}$/.test(typed.time)) return null;
  const at = instantOf(typed);
  if (Number.isNaN(at)) return null;
  const rows = rowsAt(at, typed, zones);
  const fine = rows.every(({ judged }) => judged === null);
  return { rows, better: fine ? null : betterTime(typed, zones) };
}

function rowsAt(at: number, { date }: Typed, zones: readonly ZoneCount[]): DayRow[] {
  return zones
    .map(({ zone, people }) => {
      const clock = clockIn(at, zone);
      const shift = clock.date === date ? 0 : clock.date < date ? -1 : 1;
      const { time, offset } = clock;
      return { zone, people, time, offset, shift, judged: judge(time), clock } as const;
    })
    .sort((a, b) => compare(a.clock, b.clock) || (a.zone < b.zone ? -1 : 1))
    .map(({ clock: _, ...row }) => row);
}

const judge = (time: string) => (time < EARLY_BEFORE ? 'early' : time > LATE_AFTER ? 'late' : null);

function compare(a: Clock, b: Clock): number {
  const [left, right] = [`${a.date} ${a.time}`, `${b.date} ${b.time}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Looks away from the typed time by half hours, the nearest first, on the same day. */
function betterTime(typed: Typed, zones: readonly ZoneCount[]): string | null {
  const [hour = 0, minute = 0] = typed.time.split(':').map(Number);
  const start = hour * 60 + minute;
  for (let away = 30; away < 24 * 60; away += 30) {
    for (const minutes of [start - away, start + away]) {
      if (minutes < 0 || minutes >= 24 * 60) continue;
      const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
      const at = instantOf({ ...typed, time });
      if (clockIn(at, typed.zone).time !== time) continue;
      if (rowsAt(at, typed, zones).every(({ judged }) => judged === null)) return time;
    }
  }
  return null;
}

/** Clocks go back by half an hour up to three hours. */
const BACK_BY = [-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3];

const two = (n: number) => String(n).padStart(2, '0');

interface Clock {
  date: string;
  time: string;
  offset: string | undefined;
}

function clockIn(at: number, zone: string): Clock {
  const { year, month, day, time, offset } = read(new Date(at), zone);
  return { date: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`, time, offset };
}

/** When clocks in a zone show a time; near a change of clocks the offset is looked up twice. */
function instantOf({ date, time, zone, choice }: Typed): number {
  const wall = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(wall)) return wall;
  let at = wall;
  for (let round = 0; round < 2; round++) {
    const shown = clockIn(at, zone);
    at += wall - Date.parse(`${shown.date}T${shown.time}:00Z`);
  }
  return clockIn(at, zone).offset ? eitherOf(at, zone, choice) : at;
}

/** The first or the second of the two moments at which clocks show what they show at `at`. */
function eitherOf(at: number, zone: string, choice: LocalTimeChoice = 'first'): number {
  const { date, time } = clockIn(at, zone);
  const isSame = (moment: number) => {
    const clock = clockIn(moment, zone);
    return clock.date === date && clock.time === time;
  };
  const both = BACK_BY.map((hours) => at + hours * HOUR).filter(isSame);
  return (choice === 'first' ? both[0] : both.at(-1)) ?? at;
}
