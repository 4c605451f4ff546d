import { type Machine, move } from '#app/mentoring/rules/machine.ts';

export type ConversationState = 'open' | 'ended';

const conversations = {
  open: { write: 'open', meet: 'open', end: 'ended' },
  ended: {},
} as const satisfies Machine<ConversationState>;

export type ConversationAct = 'write' | 'meet' | 'end';

/** What a conversation is after something is done in it; null where that may not be done. */
export const conversationAfter = (
  state: ConversationState,
  act: ConversationAct,
): ConversationState | null => move<ConversationState>(conversations, state, act);

export const stateOf = ({ endedAt }: { endedAt: unknown }): ConversationState =>
  endedAt ? 'ended' : 'open';

/** One problem: one or two meetings. */
export const MOST_MEETINGS = 2;
