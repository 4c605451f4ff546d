import type ICAL from 'ical.js';
import { DAY } from '#app/time/spans.ts';
import type { CalendarRead } from './calendar-text.ts';
import { type Busy, isBusy, namedAs, periodsOf, startOf, timed } from './event-times.ts';
import { type Span, startsOf } from './occurrences.ts';
import { type Clocks, isUnknown, momentOfWall, type Wall, wallsOf } from './walls.ts';

/** Of events that belong together: what could be read, and whether that is all of it. */
export interface BusyRead {
  busy: Busy[];
  isWhole: boolean;
  /** a zone that nobody knows: its times were read on the reader’s clock */
  unknownZone: string | null;
}

/**
 * When a calendar says that somebody is busy, as far as it reaches into a span: not what is called off,
 * what leaves them free, or what takes no time. Event by event; one that recurs is one.
 * @param beforeIntricate called before each of those whose rule may have no end; they come last
 */
export function* busyTimes(
  { parts, zones }: CalendarRead,
  span: Span,
  reader: string,
  beforeIntricate: () => void = () => {},
): Generator<BusyRead> {
  const clocks = { zones, reader };
  const byUid = new Map<string, ICAL.Component[]>();
  for (const [at, part] of parts.entries()) {
    const uid = String(part.getFirstPropertyValue('uid') ?? at);
    byUid.set(uid, [...(byUid.get(uid) ?? []), part]);
  }
  const intricate: ICAL.Component[][] = [];
  for (const events of byUid.values()) {
    if (events.some(isIntricate)) intricate.push(events);
    else yield busyOf(events, span, clocks);
  }
  for (const events of intricate) {
    beforeIntricate();
    yield busyOf(events, span, clocks);
  }
}

/** ical.js looks for ever for the day of a rule that has none, such as a 30 February. */
const isIntricate = (event: ICAL.Component) =>
  event
    .getAllProperties('rrule')
    .some((rule) => /BY(MONTH|YEAR|WEEKNO|SETPOS)/.test(String(rule.getFirstValue())));

function busyOf(events: readonly ICAL.Component[], span: Span, clocks: Clocks): BusyRead {
  const read: BusyRead = { busy: [], isWhole: true, unknownZone: null };
  const trying = (act: () => void) => {
    try {
      act();
    } catch {
      read.isWhole = false;
    }
  };
  const put = (busy: Busy) => {
    if (busy.to > busy.from && busy.from < span.to && busy.to > span.from) read.busy.push(busy);
  };
  const others = events.filter((event) => event.hasProperty('recurrence-id'));
  for (const event of events) {
    trying(() => {
      if (event.name === 'vfreebusy') {
        for (const busy of published(event, clocks)) put(busy);
        return;
      }
      const start = startOf(event);
      if (isUnknown(start.tzid, clocks)) read.unknownZone = start.tzid;
      if (others.includes(event)) {
        if (isBusy(event)) put(timed(event, start, clocks));
      } else {
        for (const busy of recurring(event, start, { others, span, clocks })) put(busy);
      }
    });
  }
  return read;
}

interface Among {
  /** the occurrences that are otherwise */
  others: readonly ICAL.Component[];
  span: Span;
  clocks: Clocks;
}

/** What an event takes each time it comes, without what its other days say themselves. */
function* recurring(event: ICAL.Component, start: Wall, { others, span, clocks }: Among) {
  const keyOf = (wall: Wall) =>
    wall.isDate || start.isDate
      ? `day ${Math.floor(wall.at / DAY)}`
      : `moment ${momentOfWall(wall, clocks)}`;
  const except = [
    ...event.getAllProperties('exdate'),
    ...others.map((other) => other.getFirstProperty('recurrence-id')),
  ];
  const excepted = new Set(except.flatMap((property) => wallsOf(property)).map(keyOf));
  const isExcepted = (wall: Wall) =>
    excepted.has(keyOf(wall)) || excepted.has(keyOf({ ...wall, isDate: true }));
  const lasting = onward(others, clocks);
  const told = (wall: Wall) => {
    const by = lasting.findLast(({ from }) => momentOfWall(wall, clocks) >= from);
    if (!by) return isBusy(event) ? timed(event, wall, clocks) : null;
    const moved = { ...wall, at: wall.at + by.moved, isDate: by.isDate };
    return isBusy(by.event) ? timed(by.event, moved, clocks) : null;
  };
  const length = timed(event, start, clocks).to - momentOfWall(start, clocks);
  const longest = Math.max(length, ...lasting.map(({ length }) => length));
  const seen = new Set<number>();
  for (const wall of startsOf(event, start, { span, length: longest, clocks })) {
    if (seen.has(wall.at) || isExcepted(wall)) continue;
    seen.add(wall.at);
    const busy = told(wall);
    if (busy) yield busy;
  }
  if (!isBusy(event)) return;
  for (const property of event.getAllProperties('rdate')) {
    for (const wall of wallsOf(property)) {
      if (!isExcepted(wall)) yield timed(event, wall, clocks);
    }
    for (const period of periodsOf(property, clocks)) yield { ...period, ...namedAs(event) };
  }
}

/** The changes that hold from an occurrence on (RANGE=THISANDFUTURE), the first first. */
function onward(others: readonly ICAL.Component[], clocks: Clocks) {
  return others
    .flatMap((event) => {
      const id = event.getFirstProperty('recurrence-id');
      const [was] = wallsOf(id);
      if (!was || id?.getFirstParameter('range') !== 'THISANDFUTURE') return [];
      const start = startOf(event);
      const from = momentOfWall(was, clocks);
      const length = timed(event, start, clocks).to - momentOfWall(start, clocks);
      const moved = momentOfWall(start, clocks) - from;
      return [{ event, isDate: start.isDate, from, moved, length }];
    })
    .sort((a, b) => a.from - b.from);
}

function* published(part: ICAL.Component, clocks: Clocks): Generator<Busy> {
  for (const property of part.getAllProperties('freebusy')) {
    if (property.getFirstParameter('fbtype') === 'FREE') continue;
    for (const period of periodsOf(property, clocks)) {
      yield { ...period, title: '', allDay: false };
    }
  }
}
