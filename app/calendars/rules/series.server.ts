import ICAL from 'ical.js';
import type { Invitation } from '#app/platform/mail/mailer.server.tsx';
import { momentOf } from '#app/time/local-time.ts';
import { daysAfter, MINUTE, SECOND } from '#app/time/spans.ts';
import { called } from './calendar-file.server.ts';
import { addClock, type Clock, utc } from './calendar-text.server.ts';
import { atClockChanges, beginsAtChange, plainEnd, type Span } from './clock-changes.server.ts';
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
  /** it ended before there was one */
  isOver: boolean;
  /** days of the rule without one: skipped, or called off */
  without: readonly string[];
  /** those that are otherwise than the rule says: of another time, length, name or place */
  otherwise: readonly CalendarEvent[];
}

/** How far ahead a series without an end is told how its clocks change. */
const DAYS_AHEAD = 5 * 366;

/** A series for one person’s calendar: its rule, and the days that are otherwise. */
export function seriesTo(invited: Invited, series: CalendarSeries): Invitation {
  const span = spanOf(series, invited.at);
  const whole = master(series, span, invited.at);
  if (series.isOver) {
    whole.updatePropertyWithValue('status', 'CANCELLED');
    return messageOf('CANCEL', invited, zoneOf(series, span), [whole]);
  }
  const otherwise = [...series.otherwise, ...atClockChanges(series, span)].map((one) =>
    eventPart({ ...one, sequence: series.sequence }, invited.at),
  );
  return messageOf('REQUEST', invited, zoneOf(series, span), [whole, ...otherwise]);
}

/** Takes a series out of one person’s calendar, whose it is not any more. */
export function seriesTakenFrom(invited: Invited, series: CalendarSeries): Invitation {
  const span = spanOf(series, invited.at);
  const whole = master(series, span, invited.at);
  whole.removeProperty('status');
  return messageOf('CANCEL', invited, zoneOf(series, span), [whole]);
}

function master(series: CalendarSeries, span: Span, stamp: Date): ICAL.Component {
  const { startsOn, time, zone, without } = series;
  const first = { date: startsOn, time };
  const part = new ICAL.Component('vevent');
  part.addPropertyWithValue('uid', series.uid);
  part.addPropertyWithValue('sequence', series.sequence);
  part.addPropertyWithValue('dtstamp', utc(stamp));
  part.addPropertyWithValue('last-modified', utc(series.changedAt));
  addClock(part, 'dtstart', [first], zone);
  addLength(part, first, series, span);
  part.addPropertyWithValue('rrule', ICAL.Recur.fromString(ruleOf(series)));
  if (without.length > 0) {
    const off = without.map((date) => ({ date, time }));
    addClock(part, 'exdate', off, zone);
  }
  addWords(part, { ...series, summary: called(series.circle, series.title) });
  part.addPropertyWithValue('status', 'CONFIRMED');
  return part;
}

/**
 * By when it ends on the wall, which every program reads; or how long it is, where clocks change
 * meanwhile: all of them would be longer or shorter by that.
 */
function addLength(part: ICAL.Component, first: Clock, series: CalendarSeries, span: Span): void {
  const { zone, minutes } = series;
  if (beginsAtChange(series, span)) {
    part.addPropertyWithValue('duration', ICAL.Duration.fromSeconds((minutes * MINUTE) / SECOND));
  } else addClock(part, 'dtend', [plainEnd(first, minutes)], zone);
}

/** The rule with the end of its last day, said in UTC (RFC 5545, 3.3.10): at another hour clocks may change. */
function ruleOf({ rule, untilOn, zone }: CalendarSeries): string {
  const bare = rule.replace(/^RRULE:/, '');
  if (untilOn === null) return bare;
  const last = momentOf({ date: untilOn, time: '23:59', zone });
  return `${bare};UNTIL=${last.toISOString().replace(/[-:]|\.\d+/g, '')}`;
}

/** From when until when it is said how clocks of its zone change. */
function spanOf({ startsOn, time, zone, untilOn }: CalendarSeries, now: Date): Span {
  const from = daysAfter(momentOf({ date: startsOn, time, zone }), -1);
  const ahead = daysAfter(from > now ? from : now, DAYS_AHEAD);
  const to = untilOn === null ? ahead : daysAfter(momentOf({ date: untilOn, time, zone }), 1);
  return { from, to };
}

function zoneOf({ zone }: CalendarSeries, { from, to }: Span): ICAL.Component[] {
  const part = zonePart(zone, from, to);
  return part ? [part] : [];
}
