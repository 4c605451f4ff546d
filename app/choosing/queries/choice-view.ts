import type { Round } from '#app/choosing/ballot/rules/instant-runoff.ts';
import type { ChoiceState } from '#app/choosing/rules/choice.ts';

/** A choice as a member sees it. While it is open nothing here says how anybody else ranks. */
export interface ChoiceView {
  id: number;
  version: number;
  state: ChoiceState;
  openedBy: string;
  closesAt: string;
  /** those that stand, in order of proposal */
  proposals: ProposalView[];
  withdrawn: ProposalView[];
  /** how many have ranked, of how many members */
  ranked: number;
  members: number;
  /** the viewer's own ballot, while it is open */
  mine: MyBallot | null;
  result: ChoiceResult | null;
  cancelled: { by: string; at: string } | null;
}

export interface ProposalView {
  id: number;
  title: string;
  author: string;
  isbn: string | null;
  pages: number | null;
  why: string;
  proposedBy: { id: number; name: string };
  proposedAt: string;
  /** the circle's own book, when it has entered it */
  bookId: number | null;
}

export interface MyBallot {
  version: number;
  castAt: string;
  /** ids of standing proposals, the best first */
  ranking: number[];
}

export interface ChoiceResult {
  at: string;
  /** null when it closed by itself */
  by: string | null;
  /** null when nobody ranked */
  winner: ProposalView | null;
  /** null when so few ranked that the rounds would say who ranked how */
  rounds: Round[] | null;
  readingId: number | null;
}
