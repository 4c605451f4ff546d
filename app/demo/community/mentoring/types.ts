import type { SeedCardRef } from '#app/demo/community/types.ts';

/**
 * Asks and what becomes of them. Unlike what circles do, all of it counts from the last evening: what
 * has waited for days goes stale, and a week has one person.
 */

/** By address of its circle and the title of its thread; the first note is 0. */
export interface SeedNoteRef {
  thread: string;
  note: number;
}

export type SeedReach =
  | { circle: string }
  /** on the agenda of a session, by its index in the circle */
  | { circle: string; session: number }
  | { person: string }
  /** whose “ask me about” fits */
  | { site: string[] };

interface Answered {
  by: string;
  daysAgo: number;
}

export type SeedAnswer = Answered &
  /** Markdown: a time they faced this */
  (
    | { faced: string; talk?: SeedTalk; setAside?: true }
    | { notNowForDays: number; remind?: true }
    /** Markdown: what they would like to know first */
    | { asks: string; answer?: string; answeredDaysAgo?: number }
  );

export interface SeedOutcome {
  helped: 'yes' | 'partly' | 'no';
  did: string;
  share: boolean;
  daysAgo: number;
}

/** A conversation of the asker and who answered. */
export interface SeedTalk {
  openedDaysAgo: number;
  /** Oldest first; what is `new` the other has not seen. */
  notes: { by: string; daysAgo: number; body: string; new?: true }[];
  meeting?: { setBy: string; inDays: number; time: string; minutes: number; place: string };
  ended?: { by: string; daysAgo: number };
  asker?: SeedOutcome;
  helper?: SeedOutcome;
  thanks?: { body: string; daysAgo: number };
}

export interface SeedAsk {
  by: string;
  /** the circle it was begun in */
  circle?: string;
  title: string;
  /** Markdown (GFM). */
  body: string;
  from?: (SeedNoteRef & { as: 'note' | 'passage' }) | SeedCardRef;
  /** none: a draft */
  to: SeedReach[];
  daysAgo: number;
  neededInDays?: number;
  closed?: { daysAgo: number; as: 'found' | 'unneeded' };
  answers?: SeedAnswer[];
}

/** A session at which everybody asks, before it is opened. */
export interface SeedRound {
  circle: string;
  session: number;
  setBy: string;
  daysAgo: number;
  /** each a draft that nobody else reads */
  asks: { by: string; title: string; body: string; daysAgo: number }[];
}

export interface SeedTold {
  circle: string;
  by: string;
  daysAgo: number;
  told: string;
  will: string;
  /** the host’s, with which the board was opened */
  opening?: true;
}

/** “This week, ask one person.” */
export interface SeedWeeks {
  person: string;
  /** 1 Monday to 7 Sunday */
  weekday: number;
  hour: number;
  /** This week first. Whom: a person of the demo by key, or a name. */
  weeks: {
    whom: { key: string } | { name: string };
    when: string;
    will: string;
    result?: 'asked' | 'answered' | 'no_reply' | 'let_go';
    kept?: string;
  }[];
}

export interface SeedHelping {
  person: string;
  atOnce?: number;
  pausedForDays?: number;
  withinCirclesOnly?: true;
}

export interface SeedMentoring {
  asks: SeedAsk[];
  rounds: SeedRound[];
  told: SeedTold[];
  weeks: SeedWeeks[];
  helping: SeedHelping[];
}
