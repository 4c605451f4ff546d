import { dayIn, shortDayIn, timeIn } from '#app/time/words.ts';
import { apart, beginning } from '#app/ui/apart.ts';
import { capital, countWord, listed, plural } from '#app/ui/words.ts';
import type { Busy } from './rules/event-times.ts';
import type { Span } from './rules/occurrences.ts';

/** A time, and what is in its way. */
export interface Clash {
  span: Span;
  busy: readonly Busy[];
}

interface Reader {
  zone: string;
  now: string;
}

/** What stands beside a slot is short; of more than these their number is said. */
const MOST_NAMED = 3;
const TITLE = 60;

/**
 * What is in the way of a slot, a line each: 'busy: 17:00–18:00 · Dentist', 'busy all day · Offsite', or of
 * a time of the week 'busy on 2 of the next 4: 10 Dec, 24 Dec'.
 * @param dates when the slot would be
 */
export function busyLines(
  kind: 'dates' | 'weekly',
  dates: readonly Clash[],
  reader: Reader,
): string[] {
  const clashing = dates.filter(({ busy }) => busy.length > 0);
  if (clashing.length === 0) return [];
  if (kind === 'weekly') {
    const days = clashing.map(({ span }) =>
      shortDayIn(new Date(span.from), reader.zone, reader.now),
    );
    return [`busy on ${clashing.length} of the next ${dates.length}: ${days.join(', ')}`];
  }
  return clashing.flatMap(({ span, busy }) => {
    const lines = busy.slice(0, MOST_NAMED).map((one) => busyLine(one, span, reader));
    const more = busy.length - MOST_NAMED;
    return more > 0 ? [...lines, `and ${more} more`] : lines;
  });
}

function busyLine(busy: Busy, slot: Span, { zone, now }: Reader): string {
  const day = (at: number) => dayIn(new Date(at), zone, now);
  const at = (moment: number) => {
    const time = timeIn(new Date(moment), zone);
    return day(moment) === day(slot.from) ? time : `${day(moment)} ${time}`;
  };
  const when = busy.allDay ? 'busy all day' : `busy: ${at(busy.from)}–${at(busy.to)}`;
  return busy.title ? `${when} · ${apart(beginning(busy.title, TITLE))}` : when;
}

/** How the reading of one file ended. */
export type FileEnd = 'read' | 'empty' | 'no-calendar' | 'zip' | 'too-large' | 'unreadable';

const endWords: Record<Exclude<FileEnd, 'read'>, string> = {
  empty: 'is empty',
  'no-calendar': 'is no calendar file: those end in .ics',
  zip: 'is a ZIP. Unpack it first; the calendar in it ends in .ics',
  'too-large': 'is too large to be read here',
  unreadable: 'could not be read',
};

/** What is said of a file that gave nothing: '“notes.txt” is empty.' */
export const fileWords = (name: string, end: Exclude<FileEnd, 'read'>) =>
  `“${apart(beginning(name, TITLE))}” ${endWords[end]}.`;

/** 'You are busy at three of these times.' */
export const foundWords = (clashing: number) =>
  clashing === 0
    ? 'Nothing in it is in the way of these times.'
    : `You are busy at ${countWord(clashing)} of these times; it is said beside each.`;

/** 'Two entries in it could not be read and are left out.' */
export const unreadWords = (unread: number) =>
  `${capital(countWord(unread))} ${plural(unread, 'entry', 'entries')} in it could not be read and ${plural(unread, 'is', 'are')} left out.`;

export const unknownZoneWords = (zones: readonly string[]) =>
  `No clock here knows ${listed(zones.map((zone) => `“${apart(beginning(zone, TITLE))}”`))}: times there are read on yours.`;

export const stoppedWords =
  'Something in it could not be followed to its end. What was found until then is shown.';

export const notLoaded =
  'What reads calendars could not be loaded. Look at your connection and choose the file again.';
