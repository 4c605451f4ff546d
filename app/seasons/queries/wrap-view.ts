import type { Answer } from '#app/seasons/rules/seasons.ts';

/** What somebody took from a book, as members see it. */
export interface TakeawayView {
  /** of the person */
  id: number;
  name: string;
  html: string;
  edited: boolean;
}

export interface OwnTakeaway {
  body: string;
  html: string;
  version: number;
  takenBack: boolean;
}

/** Who stays for the next book, as far as the viewer may know. */
export interface Recommitting {
  mine: Answer | null;
  /** 'unsure' is no answer */
  answered: boolean;
  /** ISO */
  answerBy: string;
  zone: string;
  open: boolean;
  /** null when no number is said */
  counted: { answered: number; of: number } | null;
  /** those who stay, by name; empty until the list opens */
  staying: { id: number; name: string }[];
  /** the circle has planned another book since */
  nextPlanned: boolean;
}
