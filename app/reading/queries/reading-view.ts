import type { SectionView } from '#app/books/queries/section-view.ts';
import type { Pause } from '#app/reading/plan/rules/pace.ts';
import type { MilestoneState } from '#app/reading/plan/rules/plan.ts';

/** A reading as its members see it. Dates are 'YYYY-MM-DD'. */
export interface ReadingView {
  id: number;
  version: number;
  book: { id: number; title: string; subtitle: string; author: string };
  startsOn: string;
  /** the day it ends by its plan */
  endsOn: string;
  /** the day someone ended it, null when nobody did */
  endedOn: string | null;
  state: 'coming' | 'current' | 'past';
  milestones: MilestoneView[];
  /** milestones behind the circle */
  done: number;
  pages: number;
}

/** A reading in a list. */
export interface ReadingLine extends Pick<ReadingView, 'id' | 'startsOn' | 'endsOn' | 'endedOn'> {
  book: Pick<ReadingView['book'], 'title' | 'author'>;
  /** somebody wrote what they took from it */
  told: boolean;
}

export interface MilestoneView {
  id: number;
  title: string;
  dueOn: string;
  /** 'Chapters 4 and 5' */
  words: string;
  /** 'Ch. 4–5' */
  short: string;
  pages: number;
  state: MilestoneState;
  /** how much of this milestone's own time is over, 0 to 1 */
  passed: number;
  sections: SectionView[];
}

/** What a plan says beside its milestones. */
export interface PlanMore {
  recapOn: string | null;
  wrapOn: string | null;
  pauses: Pause[];
  /** sections for those who like */
  optional: SectionView[];
}
