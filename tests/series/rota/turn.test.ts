import { expect, test } from 'vitest';
import { byTurn, type InTurn, mayBeGiven, nextInTurn } from '#app/series/rota/rules/turn.ts';

const day = (n: number) => new Date(Date.UTC(2098, 8, n));
const someone = (personId: number, given: Partial<InTurn> = {}): InTurn => ({
  ...{ personId, joinedAt: day(personId), turns: [], closed: false, paused: false, met: true },
  ...{ out: false, busy: false, ...given },
});

test('who did it least lately is next, then who did it longest ago, then who joined first', () => {
  const twice = someone(1, { turns: [day(1), day(8)] });
  const lately = someone(2, { turns: [day(20)] });
  const before = someone(3, { turns: [day(10)] });
  const [never, neither] = [someone(4), someone(5)];
  const order = byTurn([twice, lately, neither, before, never]).map(({ personId }) => personId);
  expect(order).toEqual([4, 5, 3, 2, 1]);
});

test('who pauses, is at their first session, can’t, has the other duty or has gone is passed by', () => {
  for (const why of ['paused', 'closed', 'out', 'busy'] as const) {
    expect(mayBeGiven(someone(1, { [why]: true })), why).toBe(false);
    expect(nextInTurn([someone(1, { [why]: true }), someone(2, { turns: [day(1)] })])).toBe(2);
  }
  expect(nextInTurn([someone(1, { met: false })])).toBeNull();
  expect(nextInTurn([])).toBeNull();
});

test('over a year of sessions everybody has as many turns as anybody else', () => {
  const people = [1, 2, 3, 4, 5].map((id) => someone(id));
  for (let week = 0; week < 25; week++) {
    const next = people.find(({ personId }) => personId === nextInTurn(people));
    if (!next) throw new Error('somebody');
    next.turns = [...next.turns, day(1 + 7 * week)];
  }
  expect(people.map(({ turns }) => turns.length)).toEqual([5, 5, 5, 5, 5]);
});
