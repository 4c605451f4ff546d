import type { Proposed } from '#app/reading/plan/rules/proposal.ts';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';

interface Other {
  title: string;
  startsOn: string;
  endsOn: string;
}

/** Why a reading cannot have these days: a circle reads one book at a time. */
export const overlapWords = ({ title, startsOn, endsOn }: Other) =>
  `The circle reads ${apart(title)} from ${dayOf(startsOn)} to ${dayOf(endsOn, 'full')}. ` +
  'Choose other days, or end that reading first.';

/** Why no plan can be proposed, beside the field that stands in the way. */
export const notProposed = ({ field, fixed, reason }: Extract<Proposed, { ok: false }>) => ({
  [field === 'fixed' ? `fixed[${fixed}].by` : field]: reason,
});

/** Why a page cannot be where somebody is. */
export const pastTheEndWords = (lastPage: number) =>
  `The book ends on page ${lastPage} here. Another printing? Give a percent instead.`;

export const endedMeanwhile = 'This reading was ended meanwhile, so its plan stays as it is.';

export const planChangedMeanwhile =
  'Someone changed this plan while you did. Nothing is lost: both are here.';

export const bookGone = 'That book is not in this circle any more. Choose it again.';

export const daysTaken = 'Another reading has these days by now. End or move that one first.';
