import { type Machine, move } from '#app/mentoring/rules/machine.ts';

/** What may happen to an ask, and what it is then. */
export type AskState = 'draft' | 'open' | 'closed';
/** Why it is closed: help was found, none is needed any more, or four weeks went by. */
export type ClosedAs = 'found' | 'unneeded' | 'expired';

const asks = {
  draft: { save: 'draft', send: 'open', discard: 'gone' },
  open: { save: 'open', widen: 'open', nudge: 'open', close: 'closed', expire: 'closed' },
  closed: { reopen: 'open' },
} as const satisfies Machine<AskState | 'gone'>;

export type AskAct =
  | 'save'
  | 'send'
  | 'discard'
  | 'widen'
  | 'nudge'
  | 'close'
  | 'expire'
  | 'reopen';

/** What an ask is after something is done with it; null where that may not be done. */
export const askAfter = (state: AskState, act: AskAct): AskState | 'gone' | null =>
  move<AskState | 'gone'>(asks, state, act);

export const TITLE_MAX = 200;
export const BODY_MAX = 10_000;
/** So many drafts are kept at once. */
export const MOST_DRAFTS = 30;
