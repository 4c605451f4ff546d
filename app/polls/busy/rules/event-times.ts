import ICAL from 'ical.js';
import { DAY, HOUR, MINUTE, SECOND } from '#app/time/spans.ts';
import type { Span } from './occurrences.ts';
import { type Clocks, momentOfWall, type Wall, wallOf, wallsOf } from './walls.ts';

/** When somebody is busy, in milliseconds. */
export interface Busy extends Span {
  title: string;
  allDay: boolean;
}

/** Throws for an event that says no start. */
export function startOf(event: ICAL.Component): Wall {
  const [start] = wallsOf(event.getFirstProperty('dtstart'));
  if (!start) throw new Error('an event without a start');
  return start;
}

const wordOf = (event: ICAL.Component, name: string) =>
  String(event.getFirstPropertyValue(name) ?? '').toUpperCase();

/** Not where it is called off, or leaves them free. */
export const isBusy = (event: ICAL.Component) =>
  wordOf(event, 'status') !== 'CANCELLED' &&
  wordOf(event, 'transp') !== 'TRANSPARENT' &&
  wordOf(event, 'x-microsoft-cdo-busystatus') !== 'FREE';

export const namedAs = (event: ICAL.Component) => ({
  title: String(event.getFirstPropertyValue('summary') ?? '').trim(),
  allDay: false,
});

/** An event as it would be with this start. */
export function timed(event: ICAL.Component, start: Wall, clocks: Clocks): Busy {
  const from = momentOfWall(start, clocks);
  return { ...namedAs(event), allDay: start.isDate, from, to: endOf(event, start, clocks, from) };
}

/** A day is one where nothing says otherwise, and a time without an end takes none (RFC 5545, 3.6.1). */
function endOf(event: ICAL.Component, start: Wall, clocks: Clocks, from: number): number {
  const first = startOf(event);
  const [end] = wallsOf(event.getFirstProperty('dtend'));
  const lasts = event.getFirstPropertyValue('duration');
  const duration = lasts instanceof ICAL.Duration && !lasts.isNegative ? lasts : null;
  if (start.isDate) {
    const days = end ? Math.ceil((end.at - first.at) / DAY) : (duration?.toSeconds() ?? 0) / 86_400;
    return momentOfWall({ ...start, at: start.at + Math.max(days, 1) * DAY }, clocks);
  }
  if (end) return from + momentOfWall(end, clocks) - momentOfWall(first, clocks);
  if (!duration) return from;
  // Days are the calendar’s, hours are the clock’s.
  const days = duration.weeks * 7 + duration.days;
  const clock = duration.hours * HOUR + duration.minutes * MINUTE + duration.seconds * SECOND;
  return momentOfWall({ ...start, at: start.at + days * DAY }, clocks) + clock;
}

export const periodsOf = (property: ICAL.Property, clocks: Clocks): Span[] =>
  property.getValues().flatMap((value) => {
    if (!(value instanceof ICAL.Period)) return [];
    const [start, end] = [wallOf(value.start, property), wallOf(value.getEnd(), property)];
    return [{ from: momentOfWall(start, clocks), to: momentOfWall(end, clocks) }];
  });
