/** Inboxes, and what mail comes of them: the rules of telling alone, and nothing of Octavo's. */
import { wallClock } from '#tests/notifications/fortnight/wall-clock.ts';
import { type CircleName, people } from './script.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Something that people are told. */
export interface Told {
  kind: string;
  /** there is one line of a thing: what happens to it later takes its place */
  topic: string;
  /** none: between people */
  circle?: CircleName;
  by: string | null;
  /** who did it has a line, too, which is read, and the mail */
  doer?: true;
  ask?: string;
  talk?: string;
  /** whose offer */
  offerOf?: string;
  /** who did not answer */
  silent?: string;
  week?: number;
}

export interface Line extends Told {
  at: number;
  read: boolean;
  /** null: no mail is to tell of it any more */
  mailAt: number | null;
}

/** What a line says at a moment: whether it is over, and the words of people that stand in it. */
export interface Seen {
  over: boolean;
  words: string[];
}

/** A mail of its own that tells of something at once. */
interface Own {
  kind: string;
  about: string;
  tokens: string[];
  /** when it is over */
  until?: number | undefined;
  says: () => boolean;
}

export interface Mail {
  who: string;
  at: string;
  kind: string;
  /** what it tells of */
  topics: string[];
  /** what words of people it may have */
  words: string[];
}

/** What somebody's inbox says at a moment, by topic. */
export type Inbox = Record<string, string>;

export class Post {
  readonly mails: Mail[] = [];
  readonly #lines = new Map<string, Line[]>(people.map(({ name }) => [name, []]));
  #own: (Own & { who: string })[] = [];

  constructor(
    private readonly closed: Set<string>,
    private readonly see: (line: Line, who: string, now: number) => Seen | null,
  ) {}

  tell(whom: readonly string[], told: Told, at: number, own?: Own): void {
    for (const who of new Set(whom)) {
      const isDoer = who === told.by;
      if (this.closed.has(who) || (isDoer && !told.doer)) continue;
      const volume = volumeOf(who, told.circle);
      const isAtOnce =
        own !== undefined &&
        volume !== 'nothing' &&
        (volume !== 'digest' || (own.until ?? Number.POSITIVE_INFINITY) < at + waitOf(who));
      const mailAt = isDoer || isAtOnce || volume === 'nothing' ? null : at + 60 * MINUTE;
      const others = this.#of(who).filter((line) => keyOf(line) !== keyOf(told));
      this.#lines.set(who, [...others, { ...told, at, read: isDoer, mailAt }]);
      if (own && isAtOnce) this.#own.push({ ...own, who });
    }
  }

  /** A mail that stands in no inbox. */
  mail(whom: readonly string[], own: Own): void {
    for (const who of whom) {
      if (!this.closed.has(who) && volumeOf(who) !== 'nothing') this.#own.push({ ...own, who });
    }
  }

  untell(who: string, topic: string): void {
    this.#lines.set(
      who,
      this.#of(who).filter((line) => line.topic !== topic),
    );
  }

  /** Who leaves a circle hears no more of it. */
  forget(who: string, circle: CircleName): void {
    this.#lines.set(
      who,
      this.#of(who).filter((line) => line.circle !== circle),
    );
  }

  readAll(who: string, now: number): void {
    for (const line of this.#of(who)) if (this.see(line, who, now)) line.read = true;
  }

  inboxOf(who: string, now: number): Inbox {
    if (this.closed.has(who)) return {};
    const lines = this.#of(who).flatMap((line): [string, string][] => {
      const seen = this.see(line, who, now);
      if (!seen) return [];
      const state = seen.over ? 'over' : line.read ? 'read' : 'new';
      return [[keyOf(line), [line.kind, state, ...[...seen.words].sort()].join(' ')]];
    });
    return Object.fromEntries(lines);
  }

  /** Sends the mails of their own that wait, of which there is something to say. */
  own(now: number): void {
    const waiting: (Own & { who: string })[] = [];
    for (const mail of this.#own) {
      if (this.closed.has(mail.who)) continue;
      if (isQuiet(mail.who, now)) waiting.push(mail);
      else if (mail.says()) this.#send(mail.who, mail.kind, [mail.about], mail.tokens, now);
    }
    this.#own = waiting;
  }

  /** Sends what people have not seen, once something of it is due. */
  bundles(now: number): void {
    for (const { name: who } of people) {
      if (this.closed.has(who) || isQuiet(who, now)) continue;
      const waiting = this.#of(who).filter(({ read, mailAt }) => !read && mailAt !== null);
      const isForDigest = ({ circle }: Line) => volumeOf(who, circle) === 'digest';
      const due = waiting.filter((line) => {
        const at = line.mailAt ?? 0;
        return now >= (isForDigest(line) ? digestAfter(who, at) : at);
      });
      if (due.length === 0) continue;
      const isDigest = due.some(isForDigest);
      const goes = waiting.filter((line) => isDigest || !isForDigest(line));
      for (const line of goes) line.mailAt = null;
      const told = goes.flatMap((line) => {
        const seen = this.see(line, who, now);
        return seen && !seen.over ? [{ topic: keyOf(line), words: seen.words }] : [];
      });
      if (told.length === 0) continue;
      const words = told.flatMap((one) => one.words);
      const topics = told.map(({ topic }) => topic);
      this.#send(who, isDigest ? 'digest' : 'bundle', topics, words, now);
    }
  }

  #send(who: string, kind: string, topics: string[], words: string[], now: number): void {
    const at = new Date(now).toISOString();
    this.mails.push({ who, at, kind, topics: topics.sort(), words });
  }

  #of(who: string): Line[] {
    return this.#lines.get(who) ?? [];
  }
}

const keyOf = ({ circle, topic }: Told) => (circle ? `${circle} ${topic}` : topic);

const personBy = (who: string) => people.find(({ name }) => name === who);

const volumeOf = (who: string, circle?: CircleName) => {
  const { between = 'everything', hears = 'everything' } = personBy(who) ?? {};
  return circle ? hears : between;
};

/** So long somebody waits for a digest of what is over then: two days where it comes each day. */
const waitOf = (who: string) => (personBy(who)?.hours ? 2 : 8) * DAY;

function isQuiet(who: string, now: number): boolean {
  const quiet = personBy(who)?.hours?.quiet;
  if (!quiet) return false;
  const { time } = wallClock(now, personBy(who)?.zone ?? 'UTC');
  return time >= quiet.from || time < quiet.to;
}

/** The first digest at a moment or after it: all who want one have it daily. */
function digestAfter(who: string, from: number): number {
  const { zone = 'UTC', hours } = personBy(who) ?? {};
  const time = `${String(hours?.hour ?? 8).padStart(2, '0')}:00`;
  for (let at = Math.ceil(from / MINUTE) * MINUTE; ; at += MINUTE) {
    if (wallClock(at, zone).time === time) return at;
  }
}
