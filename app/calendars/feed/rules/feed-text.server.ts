import type {
  FeedMeeting,
  FeedRow,
  FeedSession,
  FeedSlot,
} from '#app/calendars/feed/rows/feed-statement.server.ts';
import { called, eventOf } from '#app/calendars/rules/calendar-file.server.ts';
import { calendarText } from '#app/calendars/rules/calendar-text.server.ts';
import { type CalendarEvent, eventPart } from '#app/calendars/rules/event.server.ts';
import { meetingEvent } from '#app/calendars/rules/meeting.server.ts';
import { addressOfPoll } from '#app/polls/addresses.ts';

/** How long a calendar program may wait before it reads again; many wait for a day whatever is said. */
const HOURS = 4;

interface Circle {
  slug: string;
  name: string;
}

/**
 * A feed as an iCalendar text, the same of the same rows. Each session of a series is an event of its
 * own: each is moved, called off and answered by itself, and what is read anew every day needs no
 * rule. It says what an invitation says, and no agenda, note or card.
 * @returns when anything in it was last changed, too; null where nothing is in it
 */
export function feedText(rows: readonly FeedRow[]): { text: string; changedAt: Date | null } {
  const events = rows.flatMap(({ slug, name, sessions, slots }) => {
    if (slug === null || name === null) return [];
    const circle = { slug, name };
    return [
      ...(sessions ?? []).map((session) => sessionEvent(circle, session)),
      ...(slots ?? []).map((slot) => slotEvent(circle, slot)),
    ];
  });
  const meetings = (rows[0]?.meetings ?? []).map(meetingOf);
  const all = [...events, ...meetings].sort(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.uid < b.uid ? -1 : 1),
  );
  const [first] = rows;
  const name = first && !first.isOfAll && first.name !== null ? first.name : 'Octavo';
  const parts = all.map((event) => eventPart(event, event.changedAt));
  const last = Math.max(...all.map(({ changedAt }) => changedAt.getTime()));
  return {
    text: calendarText({ product: 'Feed', feed: { name, hours: HOURS } }, parts),
    changedAt: all.length > 0 ? new Date(last) : null,
  };
}

const dated = <Entry extends { startsAt: string; changedAt: string }>(entry: Entry) => ({
  ...entry,
  startsAt: new Date(entry.startsAt),
  changedAt: new Date(entry.changedAt),
});

const sessionEvent = (circle: Circle, session: FeedSession): CalendarEvent =>
  eventOf({ ...dated(session), circle });

const slotEvent = (circle: Circle, slot: FeedSlot): CalendarEvent => ({
  ...dated(slot),
  sequence: 0,
  summary: `May be: ${called(circle, slot.title)}`,
  path: addressOfPoll(circle.slug, slot.pollId),
  cancelled: false,
  tentative: true,
});

const meetingOf = (meeting: FeedMeeting): CalendarEvent => meetingEvent(dated(meeting));
