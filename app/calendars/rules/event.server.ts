import ICAL from 'ical.js';
import { absolute } from '#app/platform/links.server.ts';
import { MINUTE } from '#app/time/spans.ts';
import { addClock, type Clock, utc } from './calendar-text.server.ts';

/** A meeting as a calendar holds it. */
export interface CalendarEvent {
  uid: string;
  sequence: number;
  summary: string;
  startsAt: Date;
  minutes: number;
  place: string;
  /** the path of its page */
  path: string;
  changedAt: Date;
  cancelled: boolean;
  /** it may be: nothing is decided */
  tentative?: true;
  /** which one of a series it is; its uid is the series’ then */
  occurrence?: OccurrenceOf | null;
}

/** When a series has one, by its rule: also once that one was moved. */
export interface OccurrenceOf extends Clock {
  uid: string;
  zone: string;
}

/** @param stamp when this was written (RFC 5545, 3.8.7.2) */
export function eventPart(event: CalendarEvent, stamp: Date): ICAL.Component {
  const { occurrence, startsAt, minutes } = event;
  const part = new ICAL.Component('vevent');
  part.addPropertyWithValue('uid', occurrence?.uid ?? event.uid);
  part.addPropertyWithValue('sequence', event.sequence);
  part.addPropertyWithValue('dtstamp', utc(stamp));
  part.addPropertyWithValue('last-modified', utc(event.changedAt));
  if (occurrence) addClock(part, 'recurrence-id', [occurrence], occurrence.zone);
  part.addPropertyWithValue('dtstart', utc(startsAt));
  part.addPropertyWithValue('dtend', utc(new Date(startsAt.getTime() + minutes * MINUTE)));
  addWords(part, event);
  part.addPropertyWithValue('status', statusOf(event));
  return part;
}

/** What is said of an event, besides when it is. */
export function addWords(
  part: ICAL.Component,
  { summary, place, path }: Pick<CalendarEvent, 'summary' | 'place' | 'path'>,
): void {
  const link = absolute(path);
  part.addPropertyWithValue('summary', summary);
  if (place) part.addPropertyWithValue('location', place);
  part.addPropertyWithValue('description', link);
  part.addPropertyWithValue('url', link);
}

const statusOf = ({ cancelled, tentative }: CalendarEvent) =>
  cancelled ? 'CANCELLED' : tentative ? 'TENTATIVE' : 'CONFIRMED';
