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

export const FACED_MAX = 4000;
export const QUESTION_MAX = 2000;
