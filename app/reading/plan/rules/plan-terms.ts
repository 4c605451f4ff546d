import type { Pause } from './pace.ts';
import type { FixedPoint } from './stints.ts';

export type Rhythm = 'sessions' | 'weekly' | 'fortnightly';

/** What a plan has to keep to, and what re-planning has to know. Without imports that run. */
export interface PlanTerms {
  rhythm: Rhythm;
  /** ISO 8601: Monday is 1, Sunday 7. Of the meetings when they are not the circle's sessions. */
  weekday: number;
  /** pages a week the circle finds comfortable */
  pace: number;
  pauses: Pause[];
  fixed: FixedPoint[];
  /** meetings nothing is read for: one to begin with, one to end with */
  recapOn: string | null;
  wrapOn: string | null;
  /** sections for those who like */
  optionalIds: number[];
}

export const MOST_PAUSES = 20;
export const MOST_FIXED = 20;
export const FASTEST_PACE = 500;

/** The terms of a plan about which nothing was said. */
export const plainTerms: PlanTerms = {
  rhythm: 'sessions',
  weekday: 2,
  pace: 30,
  pauses: [],
  fixed: [],
  recapOn: null,
  wrapOn: null,
  optionalIds: [],
};
