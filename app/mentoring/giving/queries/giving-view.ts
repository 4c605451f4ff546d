import type { Deed, Month } from '#app/mentoring/giving/rules/months.ts';
import type { InSeason, SeasonQuestion } from '#app/mentoring/giving/rules/season-question.ts';
import type { Twig } from '#app/mentoring/giving/rules/twig.ts';

/** What one asked for and where one helped, drawn and said; theirs alone. */
export interface TwigView extends Twig {
  /** what it shows, in words for who does not see it, and beside it */
  label: string;
  words: string;
  /** 'September to now' */
  span: string;
}

/** The one question at the end of a season. */
export interface SeasonAsked extends InSeason {
  question: SeasonQuestion;
  /** the slug */
  circle: string;
  readingId: number;
  book: string;
}

/** A sentence of thanks. */
export interface Thanks {
  /** of the conversation */
  id: number;
  body: string;
  /** null: somebody who is in none of their circles any more */
  by: string | null;
  /** ISO */
  at: string;
}

export interface GivingView {
  /** null: nothing yet */
  twig: TwigView | null;
  words: string;
  months: readonly Month[];
  totals: Record<Deed, number>;
  season: SeasonAsked | null;
  thanks: readonly Thanks[];
  /** the conversation whose thanks are the last of this page, where more follow */
  next: number | null;
}
