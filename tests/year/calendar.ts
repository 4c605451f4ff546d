import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/** An event as it stands in a calendar, with the days that were told by themselves. */
interface Held {
  method: string;
  sequence: number;
  stamp: string;
  zones: ICAL.Component[];
  master: ICAL.Component | null;
  /** by when the rule has each, ISO */
  days: Map<string, ICAL.Component>;
  off: ICAL.Property[];
}

/** What a message says, besides when. */
export interface Message {
  method: string;
  uid: string;
  sequence: number;
  stamp: string;
  /** of the first event: when the rule has the one it is about, ISO; null for all of it */
  day: string | null;
  attendees: string[];
  partstat: string;
  organizer: string;
}

const momentOf = (part: ICAL.Component, name: string) =>
  (part.getFirstPropertyValue(name) as ICAL.Time).toJSDate().toISOString();

/** A calendar program: it takes in what comes by mail, as iTIP (RFC 5546) says, and shows it. */
export class Calendar {
  private readonly held = new Map<string, Held>();

  take(text: string): Message {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent');
    const message = messageOf(calendar, events);
    const { method, uid, sequence, stamp, day } = message;
    const before = this.held.get(uid);
    if (
      before &&
      (before.sequence > sequence || (before.sequence === sequence && before.stamp >= stamp))
    ) {
      throw new Error(`What is held of ${uid} is newer than what comes.`);
    }
    const same = { method, sequence, stamp };
    if (day === null) {
      const zones = calendar.getAllSubcomponents('vtimezone');
      const days = new Map(events.slice(1).map((one) => [momentOf(one, 'recurrence-id'), one]));
      this.held.set(uid, { ...same, zones, master: events[0] ?? null, days, off: [] });
      return message;
    }
    const held = before ?? { ...same, zones: [], master: null, days: new Map(), off: [] };
    const off: ICAL.Property[] = held.off;
    for (const event of events) {
      const which = event.getFirstProperty('recurrence-id') as ICAL.Property | null;
      if (method === 'REQUEST') held.days.set(momentOf(event, 'recurrence-id'), event);
      else if (which) off.push(which);
    }
    this.held.set(uid, { ...held, ...same, method: 'REQUEST' });
    return message;
  }

  /** What it shows from one moment to another, as ical.js, which Thunderbird has, reads it. */
  byIcalJs(from: number, to: number): string[] {
    return this.texts()
      .flatMap((text) => {
        const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
        const [first, ...others] = calendar.getAllSubcomponents('vevent');
        const event = new ICAL.Event(first, {
          exceptions: others as never,
          strictExceptions: true,
        });
        const found: string[] = [];
        const all = event.iterator();
        for (let at = all.next(); at; at = all.next()) {
          const { startDate, endDate, item } = event.getOccurrenceDetails(at);
          const starts = startDate.toJSDate();
          if (starts.getTime() > to + MARGIN) break;
          found.push(...shown(starts, endDate.toJSDate(), item.summary, from, to));
        }
        return found;
      })
      .sort();
  }

  /** The same as node-ical reads it, by the zones of the machine. */
  byNodeIcal(from: number, to: number): string[] {
    return this.texts()
      .flatMap((text) =>
        Object.values(nodeIcal.sync.parseICS(text)).flatMap((part) => {
          if (part?.type !== 'VEVENT') return [];
          const window = { from: new Date(from - MARGIN), to: new Date(to + MARGIN) };
          return nodeIcal
            .expandRecurringEvent(part, window)
            .flatMap(({ start, end, summary }) => shown(start, end, String(summary), from, to));
        }),
      )
      .sort();
  }

  private texts(): string[] {
    return [...this.held.values()].filter(({ method }) => method === 'REQUEST').map(textOf);
  }
}

/** One that was moved may be shown by its rule’s day. */
const MARGIN = 40 * 24 * 60 * 60_000;

function shown(starts: Date, ends: Date, summary: string, from: number, to: number): string[] {
  if (starts.getTime() <= from || starts.getTime() > to) return [];
  return [`${summary.replace(/^.*?: /, '')} ${starts.toISOString()} to ${ends.toISOString()}`];
}

/** All of it as one file again. */
function textOf({ zones, master, days, off }: Held): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//A calendar of the tests//EN');
  for (const zone of zones) calendar.addSubcomponent(copyOf(zone));
  if (master) {
    const whole = copyOf(master);
    for (const which of off) {
      const day = new ICAL.Property([...which.toJSON()] as never);
      whole.addProperty(new ICAL.Property(['exdate', ...day.toJSON().slice(1)] as never));
    }
    calendar.addSubcomponent(whole);
  }
  const gone = new Set(
    off.map((which) => (which.getFirstValue() as ICAL.Time).toJSDate().toISOString()),
  );
  for (const [day, event] of days) if (!gone.has(day)) calendar.addSubcomponent(copyOf(event));
  return calendar.toString();
}

const copyOf = (part: ICAL.Component) =>
  new ICAL.Component(JSON.parse(JSON.stringify(part.toJSON())));

function messageOf(calendar: ICAL.Component, events: readonly ICAL.Component[]): Message {
  const [first] = events;
  if (!first) throw new Error('A message without an event.');
  const says = events.map((event) => {
    const attendees = event.getAllProperties('attendee');
    const organizer = event.getFirstProperty('organizer');
    return JSON.stringify({
      method: calendar.getFirstPropertyValue('method'),
      uid: event.getFirstPropertyValue('uid'),
      sequence: event.getFirstPropertyValue('sequence'),
      stamp: momentOf(event, 'dtstamp'),
      attendees: attendees.map((one) => `${one.getFirstValue()} ${one.getParameter('rsvp')}`),
      partstat: attendees[0]?.getParameter('partstat'),
      organizer: organizer?.getParameter('cn'),
    });
  });
  if (new Set(says).size > 1) throw new Error(`Events of one message differ: ${says}`);
  const hasDay = first.hasProperty('recurrence-id');
  return { ...JSON.parse(says[0] ?? ''), day: hasDay ? momentOf(first, 'recurrence-id') : null };
}
