import ICAL from 'ical.js';
import type { Invitation } from '#app/platform/mail/mailer.server.tsx';
import { localTimeOf, momentOf } from '#app/time/local-time.ts';
import { daysAfter, MINUTE } from '#app/time/spans.ts';
import { called } from './calendar-file.server.ts';
import { addClock, type Clock, utc } from './calendar-text.server.ts';
import { addWords, type CalendarEvent, eventPart } from './event.server.ts';
import { type Invited, messageOf } from './invitation.server.ts';
import { zonePart } from './zone.server.ts';

/** A series as a calendar holds it. */
export interface CalendarSeries {
  circle: { slug: string; name: string };
  id: number;
  uid: string;
  sequence: number;
  title: string;
  minutes: number;
  place: string;
  /** the path of its page */
  path: string;
  changedAt: Date;
  /** an RRULE without an end */
  rule: string;
  /** its first */
  startsOn: string;
  time: string;
  zone: string;
  /** the last day there may be one; null where it has no end yet */
  untilOn: string | null;
  /** days of the rule without one: skipped, or called off */
  without: readonly string[];
  /** those that are otherwise than the rule says: of another time, length, name or place */
  otherwise: readonly CalendarEvent[];
}

/** How far ahead a series without an end is told how its clocks change. */
const DAYS_AHEAD = 5 * 366;

/** A series for one person’s calendar: its rule, and the days that are otherwise. */
export function seriesTo(invited: Invited, series: CalendarSeries): Invitation {
  return messageOf('REQUEST', invited, zoneOf(series, invited.at), [
    master(series, invited.at),
    ...series.otherwise.map((one) => eventPart({ ...one, sequence: series.sequence }, invited.at)),
  ]);
}

/**
 * Takes a series out of one person’s calendar.
 * @param isOver for everybody, and not for them alone
 */
export function seriesTakenFrom(
  invited: Invited,
  series: CalendarSeries,
  { isOver }: { isOver: boolean },
): Invitation {
  const part = master(series, invited.at);
  if (isOver) part.updatePropertyWithValue('status', 'CANCELLED');
  else part.removeProperty('status');
  return messageOf('CANCEL', invited, zoneOf(series, invited.at), [part]);
}

function master(series: CalendarSeries, stamp: Date): ICAL.Component {
  const { startsOn, time, zone, minutes, without } = series;
  const first = { date: startsOn, time };
  const part = new ICAL.Component('vevent');
  part.addPropertyWithValue('uid', series.uid);
  part.addPropertyWithValue('sequence', series.sequence);
  part.addPropertyWithValue('dtstamp', utc(stamp));
  part.addPropertyWithValue('last-modified', utc(series.changedAt));
  addClock(part, 'dtstart', [first], zone);
  addClock(part, 'dtend', [endOf(first, zone, minutes)], zone);
  part.addPropertyWithValue('rrule', ICAL.Recur.fromString(ruleOf(series)));
  if (without.length > 0) {
    const off = without.map((date) => ({ date, time }));
    addClock(part, 'exdate', off, zone);
  }
  addWords(part, { ...series, summary: called(series.circle, series.title) });
  part.addPropertyWithValue('status', 'CONFIRMED');
  return part;
}

/** The rule with its last moment, which is said in UTC (RFC 5545, 3.3.10). */
function ruleOf({ rule, untilOn, time, zone }: CalendarSeries): string {
  const bare = rule.replace(/^RRULE:/, '');
  if (untilOn === null) return bare;
  const last = momentOf({ date: untilOn, time, zone });
  return `${bare};UNTIL=${last.toISOString().replace(/[-:]|\.\d+/g, '')}`;
}

function endOf(first: Clock, zone: string, minutes: number): Clock {
  const ends = momentOf({ ...first, zone }).getTime() + minutes * MINUTE;
  return localTimeOf(new Date(ends), zone);
}

function zoneOf({ startsOn, time, zone, untilOn }: CalendarSeries, now: Date): ICAL.Component[] {
  const from = daysAfter(momentOf({ date: startsOn, time, zone }), -1);
  const ahead = daysAfter(from > now ? from : now, DAYS_AHEAD);
  const to = untilOn === null ? ahead : daysAfter(momentOf({ date: untilOn, time, zone }), 1);
  const part = zonePart(zone, from, to);
  return part ? [part] : [];
}
