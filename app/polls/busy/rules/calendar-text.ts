import ICAL from 'ical.js';

/** What a calendar file holds that says when somebody is busy. */
export interface CalendarRead {
  isCalendar: boolean;
  /** events, and what a program published of somebody’s free and busy hours */
  parts: ICAL.Component[];
  zones: Map<string, ICAL.Timezone>;
  /** parts that are broken, or cut off */
  unread: number;
}

/** Nothing else of an event is parsed: words and pictures in it can be most of a file. */
const SAYS_WHEN =
  /^(uid|dtstart|dtend|duration|rrule|rdate|exdate|recurrence-id|status|transp|summary|freebusy|x-microsoft-cdo-busystatus)[;:]/i;
const READ = ['VEVENT', 'VFREEBUSY', 'VTIMEZONE'];

/**
 * Reads a calendar file part by part (RFC 5545): one that is broken costs no other.
 * @param tick called between parts
 */
export function readCalendar(text: string, tick: () => void = () => {}): CalendarRead {
  const read: CalendarRead = { isCalendar: false, parts: [], zones: new Map(), unread: 0 };
  /** the part that is being read, from its outermost line in */
  let open: { name: string; within: number; lines: string[] } | null = null;
  for (const line of unfolded(text)) {
    const [, edge = '', word = ''] = /^(begin|end):\s*([\w-]+)/i.exec(line) ?? [];
    const name = word.toUpperCase();
    const begins = edge.toLowerCase() === 'begin';
    if (name === 'VCALENDAR' || (begins && READ.includes(name))) {
      read.isCalendar = true;
      // The one before it never ended.
      if (open) read.unread++;
      open = begins && name !== 'VCALENDAR' ? { name, within: 0, lines: [line] } : null;
    } else if (open && edge && name === open.name) {
      tick();
      take(read, open.name, [...open.lines, line]);
      open = null;
    } else if (open) {
      if (edge) open.within += begins ? 1 : -1;
      const isKept = open.name === 'VTIMEZONE' || (open.within === 0 && SAYS_WHEN.test(line));
      if (isKept) open.lines.push(line);
    }
  }
  if (open) read.unread++;
  return read;
}

function take(read: CalendarRead, name: string, lines: readonly string[]): void {
  try {
    const part = new ICAL.Component(ICAL.parse(lines.join('\r\n')) as unknown[]);
    if (name !== 'VTIMEZONE') {
      read.parts.push(part);
      return;
    }
    const tzid = String(part.getFirstPropertyValue('tzid'));
    read.zones.set(tzid, new ICAL.Timezone({ component: part, tzid }));
  } catch {
    read.unread++;
  }
}

/** Its lines, of which long ones go on in the next after a space. */
function* unfolded(text: string): Generator<string> {
  let line = '';
  for (const [piece] of text.matchAll(/[^\r\n]+/g)) {
    if (piece[0] === ' ' || piece[0] === '\t') {
      line += piece.slice(1);
    } else {
      if (line) yield line;
      line = piece;
    }
  }
  if (line) yield line;
}
