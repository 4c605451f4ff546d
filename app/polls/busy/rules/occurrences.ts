import ICAL from 'ical.js';
import { DAY } from '#app/time/spans.ts';
import { type Clocks, momentOfWall, timeOf, type Wall, wallOf } from './walls.ts';

/** In milliseconds. */
export interface Span {
  from: number;
  to: number;
}

/** More than all zones are apart: near enough to be looked at exactly. */
const SLACK = 2 * DAY;
/** Every day for two hundred years; a rule that asks for more is not followed to its end. */
const MOST_STEPS = 75_000;

/**
 * What clocks show at the starts of an event that may reach into a span, in the order of its rules;
 * some are told twice. Throws where a rule goes on for too long.
 * @param length about how long each is, in milliseconds
 */
export function* startsOf(
  event: ICAL.Component,
  start: Wall,
  { span, length, clocks }: { span: Span; length: number; clocks: Clocks },
): Generator<Wall> {
  const reaches = (at: number) => at + length > span.from - SLACK && at < span.to + SLACK;
  if (reaches(start.at)) yield start;
  for (const property of event.getAllProperties('rrule')) {
    const rule = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur)) continue;
    const isOver = endOf(rule, start, clocks);
    const steps = withoutEnd(rule).iterator(timeOf(start));
    for (let step = 0; ; step++) {
      const next = steps.next();
      if (!next) break;
      const wall = { ...start, at: wallOf(next, null).at };
      if (wall.at > span.to + SLACK || isOver(wall)) break;
      if (step === MOST_STEPS) throw new Error('a rule without end');
      if (reaches(wall.at)) yield wall;
    }
  }
}

/** Its last moment is compared here: ical.js would take that of another zone for one of the rule’s. */
function withoutEnd(rule: ICAL.Recur): ICAL.Recur {
  const endless = rule.clone();
  endless.until = null;
  return endless;
}

/** Whether an occurrence comes after UNTIL, which is a day, a moment, or what the same clock shows. */
function endOf({ until }: ICAL.Recur, start: Wall, clocks: Clocks): (wall: Wall) => boolean {
  if (!until) return () => false;
  const last = wallOf(until, null);
  if (last.isDate || start.isDate) {
    const day = Math.floor(last.at / DAY);
    return ({ at }) => Math.floor(at / DAY) > day;
  }
  if (last.tzid === null) return ({ at }) => at > last.at;
  return (wall) => {
    const isNear = Math.abs(wall.at - last.at) < SLACK;
    return (isNear ? momentOfWall(wall, clocks) : wall.at) > last.at;
  };
}
