import { type Machine, move } from '#app/mentoring/rules/machine.ts';

/** What somebody answered an ask; 'none' before they did. */
export type OfferState = 'none' | 'made' | 'taken' | 'not_now' | 'withdrawn';

const offers = {
  none: { help: 'made', postpone: 'not_now' },
  made: { save: 'made', take: 'taken', postpone: 'not_now', withdraw: 'withdrawn' },
  not_now: { help: 'made', postpone: 'not_now', withdraw: 'withdrawn' },
  withdrawn: { help: 'made', postpone: 'not_now' },
} as const satisfies Machine<OfferState>;

export type OfferAct = 'help' | 'save' | 'take' | 'postpone' | 'withdraw';

/** What an offer is after something is done with it; null where that may not be done. */
export const offerAfter = (state: OfferState, act: OfferAct): OfferState | null =>
  move<OfferState>(offers, state, act);

/** The three answers, as addresses and links in mail name them. */
export const ANSWERS = ['offer', 'not-now', 'question'] as const;
export type Answer = (typeof ANSWERS)[number];

export const FACED_MAX = 4000;
export const QUESTION_MAX = 2000;
export const ANSWER_MAX = 4000;

/** So many somebody helps at once who has not said otherwise. */
export const AT_ONCE = 2;
