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
  circle: 'whole circle',
} as const;

export type CardKind = keyof typeof cardKinds;
export type StepMode = keyof typeof stepModes;

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
}

export interface CardStep {
  kind: 'step';
  mode: StepMode;
  minutes: number;
  title: string;
  parts: (Passage | Scale)[];
}

export type CardBlock =
  | { kind: 'prompt'; html: string }
  | { kind: 'quote'; html: string; source: string }
  | { kind: 'reflect'; html: string }
  | { kind: 'facilitator'; html: string }
  | CardStep
  | Scale;

/** What a list needs to know about a card. */
export interface CardSummary {
  /** slugs: the folder and the file name */
  deck: string;
  slug: string;
  title: string;
  kind: CardKind;
  /** the sum of its steps */
  minutes: number;
  /** fewest and most people it works for */
  people: readonly [number, number];
  /** for whom, or for which moment */
  for: string;
  books: readonly string[];
}

export interface Card extends CardSummary {
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
  cards: CardSummary[];
}
