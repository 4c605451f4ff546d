import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { momentOf } from '#app/time/local-time.ts';
import { DAY } from '#app/time/spans.ts';
import { usableZone } from '#app/time/zones.ts';
import { hasZone } from './calendar-text.server.ts';
import type { CalendarEvent } from './event.server.ts';

/** When a zone’s clocks change, and from what to what: seconds ahead of UTC. */
interface Change {
  at: Temporal.ZonedDateTime;
  from: number;
  to: number;
}

/**
 * A zone between two moments as a calendar is told it (RFC 5545, 3.6.5): the changes of its clocks that
 * this machine knows, one by one, and no rule that they would follow for ever. Null for UTC.
 */
export function zonePart(zone: string, from: Date, to: Date): ICAL.Component | null {
  if (!hasZone(zone)) return null;
  const part = new ICAL.Component('vtimezone');
  part.addPropertyWithValue('tzid', zone);
  for (const change of changesBetween(zone, from, to)) part.addSubcomponent(observance(change));
  return part;
}

/** The zones by whose clocks occurrences say which one they are, each once, over these. */
export function zonesOf(events: readonly CalendarEvent[]): ICAL.Component[] {
  const spans = new Map<string, number[]>();
  for (const { occurrence } of events) {
    if (!occurrence) continue;
    const { zone } = occurrence;
    spans.set(zone, [...(spans.get(zone) ?? []), momentOf(occurrence).getTime()]);
  }
  return [...spans].flatMap(([zone, moments]) => {
    const from = new Date(Math.min(...moments) - DAY);
    return zonePart(zone, from, new Date(Math.max(...moments) + DAY)) ?? [];
  });
}

/** How its clocks change between two moments, and the change before them. */
export function changesBetween(zone: string, from: Date, to: Date): Change[] {
  const start = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(
    usableZone(zone),
  );
  const before = start.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  const changes: Change[] = [];
  if (before) changes.push(changeAt(before));
  else
    changes.push({ at: start.subtract({ days: 1 }), from: secondsOf(start), to: secondsOf(start) });
  for (
    let next = start.getTimeZoneTransition('next');
    next && next.epochMilliseconds <= to.getTime();
    next = next.getTimeZoneTransition('next')
  ) {
    changes.push(changeAt(next));
  }
  return changes;
}

const changeAt = (at: Temporal.ZonedDateTime): Change => ({
  at,
  from: secondsOf(at.subtract({ nanoseconds: 1 })),
  to: secondsOf(at),
});

const secondsOf = ({ offsetNanoseconds }: Temporal.ZonedDateTime) => offsetNanoseconds / 1e9;

/** Each by itself: what stands in an RDATE beside a DTSTART is read by some without the DTSTART. */
function observance(change: Change): ICAL.Component {
  const part = new ICAL.Component(change.to > change.from ? 'daylight' : 'standard');
  part.addPropertyWithValue('dtstart', shownBefore(change));
  part.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromSeconds(change.from));
  part.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromSeconds(change.to));
  return part;
}

/** When it is, on the clocks as they go until then. */
const shownBefore = ({ at, from }: Change): ICAL.Time =>
  ICAL.Time.fromDateTimeString(
    new Date(at.epochMilliseconds + from * 1000).toISOString().slice(0, 19),
  );
