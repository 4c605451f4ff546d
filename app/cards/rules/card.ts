/** A card as plain data, and the words for its parts. Safe for the browser: no parser in here. */

export const cardKinds = {
  opener: 'opener',
  discussion: 'discussion',
  help: 'asking for help',
  'blind-spot': 'blind spot',
  feedback: 'feedback',
  reverse: 'reverse mentorship',
  consulting: 'peer consulting',
  closing: 'closing',
  repair: 'repair',
} as const;

export const stepModes = {
  alone: 'alone',
  pairs: 'in pairs',
  trios: 'in trios',
  fours: 'in fours',
  rotating: 'in pairs that change',
  presenter: 'one person’s case',
  circle: 'whole circle',
} as const;

/** Who sees what is written down: its writer alone, their group, all as they are ready, or all at once. */
export const reveals = ['me', 'group', 'all', 'together'] as const;

/** How a number is given: for oneself, by fingers, or everybody’s at the same moment. */
export const showings = ['private', 'fingers', 'together'] as const;

/** When a note for whoever runs the card is wanted. */
export const noteMoments = ['flat', 'upset', 'dominates', 'numbers', 'remote'] as const;

/** What there must be before a card is used. */
export const cardNeeds = ['agreement', 'notice', 'six-meetings', 'no-reports'] as const;

export type CardKind = keyof typeof cardKinds;
export type StepMode = keyof typeof stepModes;
export type Reveal = (typeof reveals)[number];
export type Showing = (typeof showings)[number];
export type NoteMoment = (typeof noteMoments)[number];
export type CardNeed = (typeof cardNeeds)[number];
/** 1: beside small talk. 2: what one would not say to everybody. 3: only where trust is. */
export type Notch = 1 | 2 | 3;

/** Markdown already turned into HTML. Only paragraphs, lists and emphasis can be in it. */
export interface Passage {
  kind: 'passage';
  html: string;
}

export interface Scale {
  kind: 'scale';
  question: string;
  low: string;
  high: string;
  steps: number;
  show: Showing;
}

/** What is to be written down. */
export interface Write {
  kind: 'write';
  html: string;
  reveal: Reveal;
}

/** One line of writing that says nothing, and one that does. */
export interface Example {
  kind: 'example';
  thin: string;
  good: string;
}

/** The only two things listeners may ask, as HTML of a line each. */
export interface Listen {
  kind: 'listen';
  questions: readonly [string, string];
}

export type StepPart = Passage | Scale | Write | Example | Listen;

export interface CardStep {
  kind: 'step';
  mode: StepMode;
  minutes: number;
  title: string;
  /** how long each turn lasts, in seconds, where people take turns */
  turn?: number;
  parts: StepPart[];
}

/** What whoever runs a card is told, and nobody else: words for all of it, and notes by moment. */
export interface FacilitatorNote {
  /** HTML of a passage */
  html: string | null;
  notes: { when: NoteMoment; html: string }[];
}

export type CardBlock =
  | { kind: 'prompt'; html: string }
  | { kind: 'quote'; html: string; source: string }
  | { kind: 'commit'; html: string }
  | { kind: 'reflect'; html: string }
  | ({ kind: 'facilitator' } & FacilitatorNote)
  | CardStep
  | Scale;

/** What a list needs to know about a card. */
export interface CardSummary {
  /** slugs: the folder and the file name */
  deck: string;
  slug: string;
  title: string;
  kind: CardKind;
  /** the sum of its steps, without the time to move between groups */
  minutes: number;
  /** fewest and most people it works for; from one */
  people: readonly [number, number];
  /** for whom, or for which moment */
  for: string;
  books: readonly string[];
  notch: Notch;
  needs: readonly CardNeed[];
}

export interface Card extends CardSummary {
  /** the tags of `content/card-topics.json` */
  about: readonly string[];
  /** of its deck's book: numbers, or words of a part's title */
  chapter: readonly (number | string)[];
  /** in which of its deck's sittings */
  sitting: number | null;
  /** 'deck/card': what it comes some time after, and what it goes well with */
  after: readonly string[];
  pairsWith: readonly string[];
  /** BCP 47 */
  lang: string;
  /** where the format comes from */
  source: string | null;
  blocks: CardBlock[];
}

export interface Deck {
  slug: string;
  title: string;
  description: string;
  /** the book it was written for, if it was written for one */
  book: string | null;
  /** in how many sittings that book is usually read */
  sittings?: number | undefined;
  cards: CardSummary[];
}
