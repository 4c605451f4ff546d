/**
 * What people are to be told in the fortnight, worked out from the rules of telling alone and minute by
 * minute: nothing here is Octavo's.
 */
import {
  BEGINS,
  type CircleName,
  DAYS,
  type Happens,
  moment,
  type Place,
  people,
  script,
  type Volume,
} from './script.ts';
import { wallClock } from './wall-clock.ts';

const MINUTE = 60_000;
const WINDOW = 60 * MINUTE;
/** Reminders come so many minutes before a session. */
const LEADS = [14 * 24 * 60, 2 * 24 * 60, 2 * 60];
/** Of six chapters as long as one another. */
const CHAPTERS = 6;

interface Item {
  /** what it is about: a note by its name, a session, a person who came or left, the plan */
  topic: string;
  /** of a note */
  thread: string | null;
  /** good to know, and no more */
  isNews: boolean;
  /** when it is over */
  until: number;
  circle: Place;
  forYou: boolean;
  at: number;
  /** null: no mail is to tell of it any more */
  mailAt: number | null;
  read: boolean;
}

const NOTHING = {
  ...{ thread: null, isNews: false, until: Number.POSITIVE_INFINITY, forYou: false },
  ...{ mailAt: null, read: false },
};

interface Happened {
  topic: string;
  isNews: boolean;
  by: string | null;
  until?: number;
  /** the kind of mail that tells of it by itself */
  mail?: string;
}

interface Note {
  by: string;
  thread: string;
  circle: Place;
  about: number;
  takenBack: boolean;
}

interface Member {
  name: string;
  zone: string;
  hours: NonNullable<(typeof people)[number]['hours']>;
  /** how much they want of where they are */
  circles: Map<Place, Volume>;
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
  /** what it tells of; with ! what is for them in particular */
  topics: string;
}

/** Mails that put sessions into a calendar. */
const SET = /^session-told$|^sessions-set$/;

/** What somebody's inbox says at a moment: 'new', 'read' or 'waits' by topic. */
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
  const sessions = new Map<string, { begins: number; isOff: boolean }>();
  const plan = { topic: 'plan', isNews: false, by: 'Ines' };
  tell('Tuesday leads', plan, BEGINS.getTime() - MINUTE);
  for (let minute = 0; minute < DAYS * 24 * 60; minute++) {
    const now = BEGINS.getTime() + minute * MINUTE;
    while (coming[0] && coming[0].at.getTime() <= now) happen(coming.shift() as Happens, now);
    for (const [topic, { begins, isOff }] of sessions) {
      if (isOff || !LEADS.some((lead) => begins - lead * MINUTE === now)) continue;
      const mail = 'session-reminder';
      tell('Tuesday leads', { topic, isNews: false, by: null, until: begins, mail }, now);
    }
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
        visit(who, ({ thread, circle }) => thread !== null && circle === event.circle);
        return;
      case 'marks all read':
        visit(who, () => true);
        return;
      case 'schedules':
      case 'moves': {
        const begins = moment(event.to).getTime();
        sessions.set(event.session, { begins, isOff: false });
        tellOfSession(event, event.session, 'session-told', begins, now);
        return;
      }
      case 'cancels': {
        const session = sessions.get(event.session);
        if (!session) throw new Error(`There is no session ${event.session}.`);
        session.isOff = true;
        tellOfSession(event, event.session, 'session-cancelled', session.begins, now);
        return;
      }
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
      case 'greets':
        for (const name of event.whom) greet(of(name), event, now);
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
        tell(event.circle, { topic: event.who, isNews: true, by: event.who }, now);
        who.circles.set(event.circle, 'everything');
        // The sessions that are set are one line, and one mail of its own.
        add(who, { ...NOTHING, topic: 'sessions', circle: event.circle, at: now }, null);
        mails.push({
          ...{ who: who.name, at: new Date(now).toISOString() },
          ...{ kind: 'sessions-set', topics: 'sessions' },
        });
        return;
      case 'leaves':
        // What was mailed to their calendar is taken out of it, at once.
        if (mails.some(({ who: to, kind }) => to === who.name && SET.test(kind))) {
          mails.push({
            ...{ who: who.name, at: new Date(now).toISOString() },
            ...{ kind: 'sessions-left', topics: 'sessions' },
          });
        }
        who.circles.delete(event.circle);
        who.items = who.items.filter(({ circle }) => circle !== event.circle);
        tell(event.circle, { topic: event.who, isNews: true, by: event.who }, now);
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
      const item = { ...NOTHING, topic: note, thread, isNews: true, circle, forYou, at: now };
      add(who, item, now + WINDOW);
    }
    const writer = of(event.who);
    writer.follows.add(thread);
    writer.mutes.delete(thread);
  }

  function greet(who: Member, event: Happens & { does: 'greets' }, now: number): void {
    if (who.closed) return;
    const { circle, who: by, byMail } = event;
    const item = { ...NOTHING, topic: `hi-${by}`, circle, forYou: true, at: now };
    const isAtOnce = byMail && who.circles.get(circle) !== 'digest';
    add(who, item, isAtOnce ? null : now + WINDOW);
    if (!isAtOnce || !isMailed(who, item)) return;
    const at = new Date(now).toISOString();
    mails.push({ who: who.name, at, kind: 'greeting', topics: item.topic });
  }

  function isMailed(who: Member, { circle, isNews, forYou, thread }: Item): boolean {
    const volume = who.circles.get(circle);
    if (volume === 'concerns') return !isNews || forYou || who.follows.has(thread ?? '');
    return volume !== 'nothing';
  }

  /** A thing has one line: what happens to it later takes its place. */
  function add(who: Member, item: Item, mailAt: number | null): void {
    who.items = who.items.filter(
      ({ topic, circle }) => topic !== item.topic || circle !== item.circle,
    );
    who.items.push({ ...item, mailAt: isMailed(who, item) ? mailAt : null });
  }

  function tellOfSession(
    { who: by }: Happens,
    topic: string,
    mail: string,
    until: number,
    now: number,
  ): void {
    tell('Tuesday leads', { topic, isNews: false, by, until, mail }, now);
  }

  /** Whoever did it hears of it only by a mail of its own. */
  function tell(circle: Place, happened: Happened, now: number): void {
    const { topic, isNews, by, until = Number.POSITIVE_INFINITY, mail } = happened;
    for (const who of members.values()) {
      if (!who.circles.has(circle) || who.closed || (who.name === by && !mail)) continue;
      const item: Item = { ...NOTHING, topic, isNews, circle, until, at: now };
      item.read = who.name === by;
      const daily = who.hours.days.length >= 5;
      const isTooLate = until < now + (daily ? 2 : 8) * 24 * 60 * MINUTE;
      const isAtOnce = mail && (who.circles.get(circle) !== 'digest' || isTooLate);
      add(who, item, isAtOnce || item.read ? null : now + WINDOW);
      if (!isAtOnce || !isMailed(who, item)) continue;
      const at = new Date(now).toISOString();
      mails.push({ who: who.name, at, kind: mail, topics: topic });
    }
  }

  function visit(who: Member, which: (item: Item) => boolean): void {
    for (const item of who.items) if (which(item) && !isHeld(who, item)) item.read = true;
  }

  function isHeld(who: Member, { topic, thread }: Item): boolean {
    if (thread === null) return false;
    const { about, takenBack } = noteOf(topic);
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
    const told = goes.filter(({ until }) => until > now);
    if (told.length === 0) return [];
    const topics = told.map(({ topic, forYou }) => (forYou ? `${topic}!` : topic)).sort();
    const at = new Date(now).toISOString();
    return [{ who: who.name, at, kind, topics: topics.join(' ') }];
  }

  function inboxOf(who: Member): Inbox {
    if (who.closed) return {};
    const shown = who.items.filter(({ topic, thread }) => !thread || !noteOf(topic).takenBack);
    return Object.fromEntries(
      shown.map((item) => [item.topic, item.read ? 'read' : isHeld(who, item) ? 'waits' : 'new']),
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
  circles: new Map([
    ...(Object.entries(circles) as [CircleName, Volume][]),
    ['between people', 'everything'],
  ]),
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
