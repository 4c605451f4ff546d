/** What the script makes of the year: its sessions, by plain arithmetic and nothing of Octavo’s. */
import { momentAt } from './clocks.ts';
import { dayBefore, daysOf } from './rules.ts';
import {
  BOOK,
  type CircleName,
  circles,
  type Happens,
  type Of,
  people,
  type Recurs,
  script,
  type Who,
} from './script.ts';

/** Rules are followed until then. */
const LAST_DAY = '2029-10-31';

type Answer = 'yes' | 'maybe' | 'no';

/** A session, and all that became of it. */
export interface Session {
  /** 'Tuesdays 2028-01-11', or what one by itself is called */
  name: string;
  circle: CircleName;
  series: string | null;
  /** when its rule has it: what a calendar knows it by */
  ruled: number;
  minutes: number;
  /** from when on it was to be when; null: off. One at least */
  was: { from: number; starts: number | null }[];
  said: { who: Who; answer: Answer; at: number }[];
  /** since when it is off with all that were to come; null: it is not */
  droppedAt: number | null;
  /** since when another stands in for it; null: it is one itself */
  replacedAt: number | null;
}

interface Series {
  circle: CircleName;
  zone: string;
  minutes: number;
}

export const moment = (at: string) => Date.parse(`${at}Z`);

export const nameOf = (of: Of) => (typeof of === 'string' ? of : `${of.series} ${of.day}`);

export function must<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('The script names what is not there.');
  return found;
}

const sessions = new Map<string, Session>();
const series = new Map<string, Series>();
const zones = new Map<string, string>(
  Object.entries(circles).map(([name, { zone }]) => [name, zone]),
);
const polls = new Map<string, Happens & { does: 'asks for times' }>();

const sessionOf = (of: Of) => must(sessions.get(nameOf(of)));
const zoneOf = (circle: string) => must(zones.get(circle));
const toCome = (name: string, after: number) =>
  [...sessions.values()].filter(
    ({ series, was }) => series === name && (was.at(-1)?.starts ?? 0) > after,
  );

for (const act of script) live(act, moment(act.at));

export const allSessions: readonly Session[] = [...sessions.values()];

function live(act: Happens, at: number): void {
  switch (act.does) {
    case 'begins': {
      const { circle, minutes } = act;
      series.set(act.series, { circle, zone: zoneOf(circle), minutes });
      recur(act.series, act, at, act.withBook ? BOOK.until : act.until);
      return;
    }
    case 'changes':
      replace(act.series, at, at);
      recur(act.series, act, at);
      return;
    case 'splits': {
      const before = must(series.get(act.series));
      replace(act.series, at, momentAt(before.zone, dayBefore(act.day), '23:59'));
      series.set(act.as, before);
      recur(act.as, act, at);
      return;
    }
    case 'ends':
      drop(act.series, at);
      return;
    case 'finishes the book':
      drop('Evenings', at);
      return;
    case 'sets':
      set(act.circle, act.session, act, at);
      return;
    case 'moves': {
      const session = sessionOf(act.of);
      const zone = session.series ? must(series.get(session.series)).zone : zoneOf(session.circle);
      const starts = momentAt(zone, act.date, act.time);
      session.was.push({ from: at, starts });
      if (!session.series) session.ruled = starts;
      return;
    }
    case 'skips':
    case 'calls off':
      sessionOf(act.of).was.push({ from: at, starts: null });
      return;
    case 'puts back': {
      const { was } = sessionOf(act.of);
      was.push({ from: at, starts: must(was.findLast(({ starts }) => starts !== null)).starts });
      return;
    }
    case 'answers':
      sessionOf(act.of).said.push({ who: act.who, answer: act.answer, at });
      return;
    case 'goes by other clocks':
      zones.set(act.circle, act.zone);
      return;
    case 'asks for times':
      polls.set(act.poll, act);
      return;
    case 'chooses': {
      const { circle, slots } = must(polls.get(act.poll));
      const slot = must(slots[act.slot]);
      set(circle, act.session, slot, at);
      for (const [who, said] of Object.entries(slot.said)) {
        const answer = said === 'if_need_be' ? 'maybe' : said;
        sessionOf(act.session).said.push({ who: who as Who, answer, at });
      }
    }
  }
}

function recur(name: string, { rule, first, time }: Recurs, at: number, until = LAST_DAY): void {
  const { circle, zone, minutes } = must(series.get(name));
  for (const day of daysOf(rule, first, until)) {
    const starts = momentAt(zone, day, time);
    const called = `${name} ${day}`;
    const before = sessions.get(called);
    if (before) {
      before.was.push({ from: at, starts });
      Object.assign(before, { ruled: starts, replacedAt: null });
    } else {
      const made = {
        ...{ name: called, circle, series: name, ruled: starts, minutes },
        was: [{ from: at, starts }],
      };
      sessions.set(called, { ...made, said: [], droppedAt: null, replacedAt: null });
    }
  }
}

function replace(name: string, at: number, after: number): void {
  for (const session of toCome(name, after)) {
    session.was.push({ from: at, starts: null });
    session.replacedAt = at;
  }
}

function drop(name: string, at: number): void {
  for (const session of toCome(name, at)) {
    session.was.push({ from: at, starts: null });
    session.droppedAt = at;
  }
}

function set(
  circle: CircleName,
  name: string,
  { date, time }: { date: string; time: string },
  at: number,
): void {
  const starts = momentAt(zoneOf(circle), date, time);
  const made = {
    ...{ name, circle, series: null, ruled: starts, minutes: 75 },
    was: [{ from: at, starts }],
  };
  sessions.set(name, { ...made, said: [], droppedAt: null, replacedAt: null });
}

/** When it is to be, as it stands at a moment; null: it is off, or not set yet. */
export const startsOf = ({ was }: Session, at: number) =>
  was.findLast(({ from }) => from <= at)?.starts ?? null;

/** What somebody had said by then to the time it is at. */
export function answerOf(session: Session, who: Who, at: number): Answer | null {
  const known = session.was.filter(({ from }) => from <= at);
  const starts = startsOf(session, at);
  const other = known.findLastIndex((one) => one.starts !== null && one.starts !== starts);
  const since = known.slice(other + 1).find((one) => one.starts !== null)?.from ?? 0;
  return (
    session.said.findLast((one) => one.who === who && one.at >= since && one.at <= at)?.answer ??
    null
  );
}

export function membersAt(circle: CircleName, at: number): Who[] {
  const members = new Set<Who>(circles[circle].members);
  for (const act of script) {
    if (moment(act.at) > at) break;
    if (act.does === 'joins' && act.circle === circle) members.add(act.who);
    if (act.does === 'leaves' && act.circle === circle) members.delete(act.who);
  }
  return [...members];
}

export const zoneAt = (who: Who, at: number): string =>
  script
    .filter((act) => act.does === 'lives elsewhere')
    .findLast((act) => act.who === who && moment(act.at) <= at)?.zone ?? people[who];

/** Times a circle is asked about at a moment, and that are to come. */
export const slotsAt = (circle: CircleName, at: number): number[] =>
  [...polls.values()]
    .filter((poll) => poll.circle === circle && moment(poll.at) <= at)
    .filter(
      ({ poll }) =>
        !script.some((act) => act.does === 'chooses' && act.poll === poll && moment(act.at) <= at),
    )
    .flatMap(({ slots }) =>
      slots.map(({ date, time }) => momentAt(circles[circle].zone, date, time)),
    )
    .filter((starts) => starts > at);
