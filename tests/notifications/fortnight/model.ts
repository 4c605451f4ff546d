/**
 * What people are to be told in the fortnight, worked out from the rules of telling alone and minute by
 * minute: nothing here is Octavo's.
 */
import {
  BEGINS,
  type CircleName,
  DAYS,
  type Happens,
  people,
  script,
  type Volume,
} from './script.ts';
import { wallClock } from './wall-clock.ts';

const MINUTE = 60_000;
const WINDOW = 60 * MINUTE;
/** Of six chapters as long as one another. */
const CHAPTERS = 6;

interface Item {
  note: string;
  thread: string;
  circle: CircleName;
  forYou: boolean;
  at: number;
  /** null: no mail is to tell of it any more */
  mailAt: number | null;
  read: boolean;
}

interface Note {
  by: string;
  thread: string;
  circle: CircleName;
  about: number;
  takenBack: boolean;
}

interface Member {
  name: string;
  zone: string;
  hours: NonNullable<(typeof people)[number]['hours']>;
  circles: Map<CircleName, Volume>;
  follows: Set<string>;
  mutes: Set<string>;
  percent: number;
  closed: boolean;
  /** a digest hour came, and quiet hours have not ended since */
  owed: boolean;
  items: Item[];
}

export interface Mail {
  who: string;
  at: string;
  kind: string;
  /** the notes it tells of; with ! those that are for them in particular */
  notes: string;
}

/** What somebody's inbox says at a moment: 'new', 'read' or 'waits' by note. */
export type Inbox = Record<string, string>;

interface Expected {
  mails: Mail[];
  /** by the end of each day, by person */
  inboxes: Record<string, Inbox>[];
}

export function expected(): Expected {
  const members = new Map(people.map((who) => [who.name, memberOf(who)]));
  const notes = new Map<string, Note>();
  const starters = new Map<string, string>();
  const mails: Mail[] = [];
  const inboxes: Record<string, Inbox>[] = [];
  const coming = [...script];
  for (let minute = 0; minute < DAYS * 24 * 60; minute++) {
    const now = BEGINS.getTime() + minute * MINUTE;
    while (coming[0] && coming[0].at.getTime() <= now) happen(coming.shift() as Happens, now);
    for (const member of members.values()) mails.push(...mailTo(member, now));
    if ((minute + 1) % (24 * 60) === 0) {
      inboxes.push(
        Object.fromEntries([...members].map(([name, member]) => [name, inboxOf(member)])),
      );
    }
  }
  return { mails, inboxes };

  function happen(event: Happens, now: number): void {
    const who = of(event.who);
    switch (event.does) {
      case 'writes':
        write(event, now);
        return;
      case 'takes back':
        noteOf(event.note).takenBack = true;
        return;
      case 'visits':
        visit(who, ({ thread }) => thread === event.thread);
        return;
      case 'visits all':
        visit(who, ({ circle }) => circle === event.circle);
        return;
      case 'mutes':
        who.follows.delete(event.thread);
        who.mutes.add(event.thread);
        for (const item of who.items) if (item.thread === event.thread) item.read = true;
        return;
      case 'follows':
        who.follows.add(event.thread);
        who.mutes.delete(event.thread);
        return;
      case 'follows not':
        who.follows.delete(event.thread);
        who.mutes.delete(event.thread);
        return;
      case 'wants':
        who.circles.set(event.circle, event.volume);
        for (const item of who.items) {
          if (item.circle !== event.circle || item.read || item.mailAt === null) continue;
          item.mailAt = isMailed(who, item) ? Math.max(item.at + WINDOW, now) : null;
        }
        return;
      case 'has read': {
        const held = who.items.filter((item) => isHeld(who, item));
        who.percent = event.percent;
        // What may be read from now on has its window from now on.
        for (const item of held) {
          if (!isHeld(who, item) && item.mailAt !== null)
            item.mailAt = Math.max(item.mailAt, now + WINDOW);
        }
        return;
      }
      case 'joins':
        who.circles.set(event.circle, 'everything');
        return;
      case 'leaves':
        who.circles.delete(event.circle);
        who.items = who.items.filter(({ circle }) => circle !== event.circle);
        return;
      case 'is closed':
        who.closed = true;
    }
  }

  function write(event: Happens & { does: 'writes' }, now: number): void {
    const { circle, in: thread, note, answers } = event;
    const isFirst = !starters.has(thread);
    if (isFirst) starters.set(thread, event.who);
    const quoted = answers ? noteOf(answers) : null;
    // Who answers a note is at least as far on as that.
    const about = Math.max(event.about ?? (isFirst ? 1 : 0), quoted?.about ?? 0);
    notes.set(note, { by: event.who, thread, circle, about, takenBack: false });
    for (const who of members.values()) {
      const volume = who.circles.get(circle);
      if (!volume || who.closed || who.name === event.who || who.mutes.has(thread)) continue;
      const forYou = quoted?.by === who.name || starters.get(thread) === who.name;
      const hears = volume === 'everything' || volume === 'digest';
      if (!forYou && !who.follows.has(thread) && !hears) continue;
      const item: Item = { note, thread, circle, forYou, at: now, mailAt: null, read: false };
      if (isMailed(who, item)) item.mailAt = now + WINDOW;
      who.items.push(item);
    }
    const writer = of(event.who);
    writer.follows.add(thread);
    writer.mutes.delete(thread);
  }

  function isMailed(who: Member, { circle, forYou, thread }: Item): boolean {
    const volume = who.circles.get(circle);
    if (volume === 'concerns') return forYou || who.follows.has(thread);
    return volume !== 'nothing';
  }

  function visit(who: Member, which: (item: Item) => boolean): void {
    for (const item of who.items) if (which(item) && !isHeld(who, item)) item.read = true;
  }

  function isHeld(who: Member, { note }: Item): boolean {
    const { about, takenBack } = noteOf(note);
    return takenBack || about * 100 > who.percent * CHAPTERS;
  }

  function mailTo(who: Member, now: number): Mail[] {
    const { time, weekday } = wallClock(now, who.zone);
    const isQuiet = who.hours.quiet ? within(time, who.hours.quiet) : false;
    if (who.hours.days.includes(weekday) && time === `${pad(who.hours.hour)}:00`) who.owed = true;
    const isDigestMoment = who.owed && !isQuiet;
    if (isDigestMoment) who.owed = false;
    if (who.closed || isQuiet) return [];
    const waiting = who.items.filter(
      (item) => !item.read && item.mailAt !== null && !isHeld(who, item),
    );
    const isFor = (item: Item) => who.circles.get(item.circle) === 'digest';
    const due = waiting.filter(({ mailAt }) => mailAt !== null && mailAt <= now);
    const isDigest = isDigestMoment && due.some(isFor);
    if (!isDigest && due.every(isFor)) return [];
    const goes = waiting.filter((item) => isDigest || !isFor(item));
    for (const item of goes) item.mailAt = null;
    const kind = isDigest ? 'digest' : 'bundle';
    const told = goes.map(({ note, forYou }) => (forYou ? `${note}!` : note)).sort();
    return [{ who: who.name, at: new Date(now).toISOString(), kind, notes: told.join(' ') }];
  }

  function inboxOf(who: Member): Inbox {
    if (who.closed) return {};
    const shown = who.items.filter(({ note }) => !noteOf(note).takenBack);
    return Object.fromEntries(
      shown.map((item) => [item.note, item.read ? 'read' : isHeld(who, item) ? 'waits' : 'new']),
    );
  }

  function of(name: string): Member {
    const member = members.get(name);
    if (!member) throw new Error(`Nobody is called ${name}.`);
    return member;
  }

  function noteOf(name: string): Note {
    const note = notes.get(name);
    if (!note) throw new Error(`There is no note ${name}.`);
    return note;
  }
}

const memberOf = ({ name, zone, circles, hours }: (typeof people)[number]): Member => ({
  name,
  zone,
  hours: hours ?? { days: [5], hour: 8 },
  circles: new Map(Object.entries(circles) as [CircleName, Volume][]),
  follows: new Set(),
  mutes: new Set(),
  percent: name === 'Noor' ? 20 : 100,
  closed: false,
  owed: false,
  items: [],
});

const pad = (n: number) => String(n).padStart(2, '0');

const within = (time: string, { from, to }: { from: string; to: string }) =>
  from < to ? time >= from && time < to : time >= from || time < to;
