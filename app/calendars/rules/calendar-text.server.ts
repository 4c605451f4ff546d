import ICAL from 'ical.js';
import { usableZone } from '#app/time/zones.ts';

// A line has 75 octets at most (RFC 5545, 3.1); the space that goes on with one is not in its count.
ICAL.foldLength = 74;

interface Calendar {
  /** what kind of thing it holds: 'Sessions' */
  product: string;
  /** of a message between calendars (RFC 5546); a file or a feed has none */
  method?: string;
  /** what a calendar program calls it, and how many hours it may wait before it reads it again */
  feed?: { name: string; hours: number };
}

/** An iCalendar text (RFC 5545) of these parts. */
export function calendarText(
  { product, method, feed }: Calendar,
  parts: readonly ICAL.Component[],
): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', `-//Octavo//${product}//EN`);
  if (method) calendar.addPropertyWithValue('method', method);
  if (feed) {
    const wait = ICAL.Duration.fromSeconds(feed.hours * 60 * 60);
    // The name by RFC 7986 and as it was before; the same of how often it is read.
    calendar.addPropertyWithValue('name', feed.name);
    calendar.addPropertyWithValue('x-wr-calname', feed.name);
    calendar.addPropertyWithValue('refresh-interval', wait);
    calendar.addPropertyWithValue('x-published-ttl', wait.toString());
  }
  for (const part of parts) calendar.addSubcomponent(part);
  // Every line ends in CRLF, the last one too.
  return `${calendar.toString()}\r\n`;
}

/** A moment, the same on all clocks. */
export const utc = (at: Date): ICAL.Time => ICAL.Time.fromJSDate(at, true);

/** What a wall clock shows: 'YYYY-MM-DD' and 'HH:MM'. */
export interface Clock {
  date: string;
  time: string;
}

/** Whether a zone’s clocks are others than those of UTC, as far as this machine knows. */
export const hasZone = (zone: string) => usableZone(zone) !== 'UTC';

/** Adds what clocks of a zone show, once or more often. */
export function addClock(
  to: ICAL.Component,
  name: string,
  shown: readonly Clock[],
  zone: string,
): void {
  const mark = hasZone(zone) ? '' : 'Z';
  const property = new ICAL.Property(name);
  const times = shown.map(({ date, time }) =>
    ICAL.Time.fromDateTimeString(`${date}T${time}:00${mark}`),
  );
  if (times.length > 1) property.setValues(times);
  else if (times[0]) property.setValue(times[0]);
  if (!mark) property.setParameter('tzid', zone);
  to.addProperty(property);
}

/** Adds somebody by their address, with the name to show and what else is said of them. */
export function addPerson(
  to: ICAL.Component,
  name: 'organizer' | 'attendee',
  who: { name: string; address: string },
  more: Readonly<Record<string, string>> = {},
): void {
  const property = new ICAL.Property(name);
  property.setValue(`mailto:${who.address}`);
  for (const [parameter, value] of Object.entries(more)) property.setParameter(parameter, value);
  // No sign stands for a quotation mark that every program knows (RFC 6868 is of 2013).
  property.setParameter('cn', who.name.replace(/["^\p{Cc}]/gu, '’'));
  to.addProperty(property);
}
