import { describe, expect, test } from 'vitest';
import { askAfter } from '#app/mentoring/asks/rules/ask.ts';
import { conversationAfter } from '#app/mentoring/conversations/rules/conversation.ts';
import { offerAfter } from '#app/mentoring/offers/rules/offer.ts';

/** Each act in each state: where it leads, and null where it is refused. */
function everyMove<State extends string, Act extends string>(
  states: readonly State[],
  acts: readonly Act[],
  after: (state: State, act: Act) => string | null,
) {
  return states.flatMap((state) =>
    acts.flatMap((act) => {
      const to = after(state, act);
      return to === null ? [] : [`${state} ${act} ${to}`];
    }),
  );
}

describe('what may happen, and nothing else', () => {
  test('to an ask', () => {
    const acts = [
      'save',
      'send',
      'discard',
      'widen',
      'nudge',
      'close',
      'expire',
      'reopen',
    ] as const;
    expect(everyMove(['draft', 'open', 'closed'] as const, acts, askAfter)).toEqual([
      'draft save draft',
      'draft send open',
      'draft discard gone',
      'open save open',
      'open widen open',
      'open nudge open',
      'open close closed',
      'open expire closed',
      'closed reopen open',
    ]);
  });

  test('to an offer', () => {
    const states = ['none', 'made', 'taken', 'not_now', 'withdrawn'] as const;
    const acts = ['help', 'save', 'take', 'postpone', 'withdraw'] as const;
    expect(everyMove(states, acts, offerAfter)).toEqual([
      'none help made',
      'none postpone not_now',
      'made save made',
      'made take taken',
      'made postpone not_now',
      'made withdraw withdrawn',
      'not_now help made',
      'not_now postpone not_now',
      'not_now withdraw withdrawn',
      'withdrawn help made',
      'withdrawn postpone not_now',
    ]);
  });

  test('to a conversation', () => {
    const acts = ['write', 'meet', 'end'] as const;
    expect(everyMove(['open', 'ended'] as const, acts, conversationAfter)).toEqual([
      'open write open',
      'open meet open',
      'open end ended',
    ]);
  });

  test('not what an object has by nature', () => {
    expect(askAfter('open', 'constructor' as 'save')).toBeNull();
    expect(offerAfter('toString' as 'made', 'help')).toBeNull();
  });
});
