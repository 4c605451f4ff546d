import { DAY } from '#app/time/spans.ts';

/** What may be done with a choice, and when. Pure and without imports: views hide by it. */
export type ChoiceState = 'open' | 'closed' | 'cancelled';

interface Dated {
  closesAt: Date | string;
  closed: unknown;
  cancelled: unknown;
  /** its circle is archived */
  rests?: boolean;
}

/**
 * Once its time is over it is closed, whether or not the job that counts has run. While its circle is
 * archived no time runs out.
 */
export function choiceState({ closed, cancelled, rests, ...of }: Dated, now: Date): ChoiceState {
  if (cancelled) return 'cancelled';
  return closed || (!rests && isDue(of.closesAt, now)) ? 'closed' : 'open';
}

export const isDue = (closesAt: Date | string, now: Date | string) =>
  new Date(closesAt).getTime() <= new Date(now).getTime();

/** Who proposed a book may withdraw it and bring it back, and so may whoever runs the circle. */
export const canWithdraw = (
  { personId, role }: { personId: number; role: string },
  { proposedBy }: { proposedBy: number },
) => proposedBy === personId || role !== 'member';

export const MOST_PROPOSALS = 12;
export const LONGEST_WHY = 500;
/** A choice is open for no longer than this. */
export const MOST_DAYS_OPEN = 92;

export const isTooFar = (closesAt: Date, now: Date) =>
  closesAt.getTime() - now.getTime() > MOST_DAYS_OPEN * DAY;

/** With fewer ballots than this the rounds would say who ranked how. */
export const FEWEST_FOR_ROUNDS = 3;

export const FEWEST_WEEKS = 2;
const MOST_WEEKS = 10;
const WEEKS_WITHOUT_PAGES = 6;
const PAGES_A_WEEK = 30;

/** How long to read a book of so many pages, in weeks. */
export function weeksFor(pages: number | null): number {
  if (!pages) return WEEKS_WITHOUT_PAGES;
  return Math.min(MOST_WEEKS, Math.max(FEWEST_WEEKS, Math.ceil(pages / PAGES_A_WEEK)));
}
