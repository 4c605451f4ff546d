import type { SeedMentoring } from './mentoring/types.ts';

/**
 * The shapes of the demo community. Data only: every moment is relative, so that the community
 * looks alive on whichever day it is loaded.
 *
 * The anchor day is "today" for all offsets. `dayOffset` and `dueInDays` count calendar days from
 * the anchor (negative is past); `daysAgo` counts back from the moment of loading on that day and
 * may be fractional.
 */

export type SeedRole = 'host' | 'facilitator' | 'member';
export type SeedCloth = 'pine' | 'indigo' | 'plum' | 'madder' | 'ochre' | 'slate';

export interface SeedPerson {
  /** Short and stable; the other files refer to a person by it. */
  key: string;
  name: string;
  email: string;
  /** What they do, as the profile shows it. */
  does: string;
  company: string;
  /** IANA zone. */
  timeZone: string;
  /** Completes "Ask me about…". */
  askMeAbout: string;
  siteAdmin?: true;
  /** `--demo` prints a sign-in link for this person, under this label. */
  signInLink?: SeedRole;
}

/** By key; addresses in lower case. */
export interface SeedApart {
  person: string;
  keptApart: string[];
  addresses: string[];
  blocked: string[];
}

export interface SeedRule {
  lead: string;
  rest: string;
}

export interface SeedMembership {
  person: string;
  role: SeedRole;
  /** When they joined and said "I'm in" to the agreement. */
  joinedDaysAgo: number;
}

export interface SeedInvitation {
  email: string;
  role: SeedRole;
  invitedBy: string;
  daysAgo: number;
}

export interface SeedJoinRequest {
  person: string;
  daysAgo: number;
  word: string;
}

/** In order: the first entry is offered the next seat that frees. */
export interface SeedWaitingPlace {
  person: string;
  daysAgo: number;
}

/** A circle by itself; its reading, sessions and threads are in files of their own. */
export interface SeedCircleBase {
  key: string;
  name: string;
  purpose: string;
  seats: number;
  timeZone: string;
  listed: boolean;
  cloth: SeedCloth;
  /** Older than every membership; the host founded it. */
  createdDaysAgo: number;
  memberships: SeedMembership[];
  agreement: SeedRule[];
  invitations: SeedInvitation[];
  joinRequests: SeedJoinRequest[];
  waitingList: SeedWaitingPlace[];
}

export interface SeedCircle extends SeedCircleBase {
  /** before the reading that is on */
  season?: SeedSeason;
  reading: SeedReading;
  /** Oldest first. */
  choices: SeedChoice[];
  sessions: SeedSession[];
  /** What some of its sessions are of. */
  series?: SeedSeries;
  polls: SeedPoll[];
  /** running sessions and taking their notes go round */
  takesTurns?: true;
  /** What it keeps at hand. */
  favourites?: { kind: 'card' | 'recipe'; thing: string }[];
  threads: SeedThread[];
}

export type SeedSectionKind = 'front' | 'part' | 'chapter' | 'back';

export interface SeedSection {
  /**
   * Unique within its book; readings and threads refer to a section by it. Without its number: the
   * sections of kind 'chapter' are numbered 1, 2, 3… in order.
   */
  title: string;
  startPage: number;
  endPage: number;
  kind: SeedSectionKind;
}

export interface SeedBook {
  key: string;
  title: string;
  subtitle?: string;
  author: string;
  year: number;
  isbn13?: string;
  /** In order, with contiguous page ranges. Pages numbered in roman are left out. */
  sections: SeedSection[];
}

/** A person's own shelf, which nobody else sees. */
export interface SeedShelf {
  person: string;
  books: {
    title: string;
    author: string;
    isbn13?: string;
    pages?: number;
    state: 'reading' | 'read' | 'want';
    readDaysAgo?: number;
    addedDaysAgo: number;
  }[];
}

export interface SeedMilestone {
  title: string;
  /** Titles of consecutive sections of the book. */
  sections: string[];
  dueInDays: number;
}

/** How far someone says they are: up to a section of the book, on a page, or by percent. */
export interface SeedProgress {
  person: string;
  readUpTo?: string;
  page?: number;
  percent?: number;
  /** the circle sees it by name */
  shares?: true;
}

export interface SeedReading {
  book: string;
  startsInDays: number;
  endsInDays: number;
  milestones: SeedMilestone[];
  progress: SeedProgress[];
}

export interface SeedProposal {
  /** Within its choice. */
  key: string;
  by: string;
  daysAgo: number;
  title: string;
  author: string;
  pages: number;
  why: string;
  withdrawn?: true;
}

/** Closed when `closesInDays` is past: then the ballots are counted and not kept. */
export interface SeedChoice {
  openedBy: string;
  openedDaysAgo: number;
  closesInDays: number;
  /** 'HH:MM' in the circle's zone. */
  time: string;
  /** In order of proposal. */
  proposals: SeedProposal[];
  /** The best first, by key. */
  ballots: { person: string; daysAgo: number; ranking: string[] }[];
  /** its winner is what the circle reads */
  becameReading?: true;
}

/** A circle finding a time. */
export interface SeedPoll {
  askedBy: string;
  askedDaysAgo: number;
  title: string;
  minutes: number;
  place: string;
  closesInDays: number;
  /** 'HH:MM' in the circle's zone. */
  slots: { dayOffset: number; time: string }[];
  /** To each slot, by person; null: not said. */
  answers: Record<string, ('yes' | 'if_need_be' | 'no' | null)[]>;
  /** Indexes into its slots and the circle's sessions. */
  became?: { slot: number; session: number; daysAgo: number };
}

export interface SeedTakeaway {
  by: string;
  daysAgo: number;
  /** Markdown (GFM). */
  body: string;
}

/** A book the circle has finished, with the list of those who stayed open. */
export interface SeedSeason {
  reading: SeedReading;
  openedDaysAgo: number;
  answerInDays: number;
  takeaways: SeedTakeaway[];
  staying: string[];
  listOpenedDaysAgo: number;
}

export interface SeedCardRef {
  deck: string;
  card: string;
}

export interface SeedAgendaItem {
  /** Absent for an item that is no card, such as a break. */
  card?: SeedCardRef;
  title: string;
  minutes: number;
}

export interface SeedReply {
  answer: 'yes' | 'maybe' | 'no';
  word?: string;
}

/** Sessions that recur, from the first of them on; whoever is next runs each. */
export interface SeedSeries {
  /** RRULE. */
  rule: string;
  /** 'HH:MM' in the circle's zone. */
  time: string;
  minutes: number;
  place: string;
  begunBy: string;
  begunDaysAgo: number;
}

export interface SeedSession {
  /** Empty where it has none of its own. */
  title: string;
  /** It is of the circle's series; cancelled, that day is skipped. */
  inSeries?: true;
  dayOffset: number;
  /** 'HH:MM' in the circle's zone. */
  time: string;
  minutes: number;
  place: string;
  /** Absent where nobody is to run it yet. */
  facilitator?: string;
  /** Who takes its notes. */
  notes?: string;
  /** It was whose turn it is, not somebody who was asked. */
  inTurn?: true;
  /** How many it takes to be worth it. */
  needs?: number;
  /** Index into the reading's milestones. */
  milestone?: number;
  agenda: SeedAgendaItem[];
  /** What of its agenda a recipe has put on. */
  recipe?: { name: string; cards: string[] };
  /** By person key; someone absent here has not answered. */
  replies: Record<string, SeedReply>;
  cancelled?: { by: string; daysAgo: number; reason: string };
  /** What is kept of it. */
  record?: SeedRecord;
}

export interface SeedRecord {
  /** By person key, as whoever ran it noted afterwards. */
  came?: Record<string, 'came' | 'late' | 'absent'>;
  takeaways?: { by: string; body: string; reach: 'room' | 'circle' | 'quotable' }[];
  /** `byOffset` is a day, as `dayOffset` is. */
  commitments?: {
    by: string;
    act: string;
    byOffset: number;
    became?: 'done' | 'tried' | 'passed';
    word?: string;
  }[];
  /** What members bring; `item` is its place on the agenda, where it was picked. */
  questions?: { by: string; body: string; item?: number }[];
  minutes?: { by: string; body: string };
  /** Places on the agenda that were not come to. */
  leftOut?: number[];
}

export interface SeedQuote {
  text: string;
  page: number;
}

export interface SeedNote {
  by: string;
  daysAgo: number;
  /** Markdown (GFM). */
  body: string;
  quote?: SeedQuote;
  edited?: true;
  /** What the note said before its author edited it. */
  previousBody?: string;
}

export interface SeedThread {
  title: string;
  /** Title of a section of the book the circle reads. */
  section?: string;
  /** Index into the circle's sessions. */
  session?: number;
  card?: SeedCardRef;
  startedBy: string;
  /** Oldest first; the first is by `startedBy`. */
  notes: SeedNote[];
}

export interface SeedCommunity {
  /**
   * ISO weekday (1 is Monday) that the offsets were written for. Counting from the latest such day
   * keeps `Tuesday leads` meeting on Tuesdays.
   */
  anchorWeekday: number;
  people: SeedPerson[];
  books: SeedBook[];
  apart: SeedApart[];
  shelves: SeedShelf[];
  circles: SeedCircle[];
  mentoring: SeedMentoring;
}
