import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantRunoff, type Ranking } from '#app/choosing/ballot/rules/instant-runoff.ts';

const [A, B, C, D] = [1, 2, 3, 4];

/** `n` ballots that rank these books in this order. */
const times = (n: number, ...ranking: number[]): Ranking[] => Array(n).fill(ranking);

const goneIn = (ballots: readonly Ranking[], books: number[]) =>
  instantRunoff(ballots, books).rounds.map(({ out, why }) => [out, why]);

describe('the count', () => {
  test('more than half of the first ranks wins in one round', () => {
    const count = instantRunoff([...times(3, A, B), ...times(2, B)], [A, B, C]);
    expect(count.winner).toBe(A);
    expect(count.rounds).toEqual([
      {
        votes: [
          { id: A, votes: 3 },
          { id: B, votes: 2 },
          { id: C, votes: 0 },
        ],
        exhausted: 0,
        out: [],
        why: null,
        level: [],
        moved: [],
      },
    ]);
  });

  test('else the book with the fewest goes, and its votes go to the next book on each ballot', () => {
    const ballots = [...times(4, A), ...times(3, B, C), ...times(1, C, B), ...times(1, C)];
    const { rounds, winner } = instantRunoff(ballots, [A, B, C]);
    expect(rounds[0]).toMatchObject({ out: [C], why: 'fewest', exhausted: 0 });
    expect(rounds[0]?.moved).toEqual([
      { from: C, to: B, votes: 1 },
      { from: C, to: null, votes: 1 },
    ]);
    expect(rounds[1]).toMatchObject({ exhausted: 1 });
    expect(rounds[1]?.votes).toEqual([
      { id: A, votes: 4 },
      { id: B, votes: 4 },
    ]);
    // Level now; in the round before, B had fewer.
    expect(rounds[1]).toMatchObject({ out: [B], why: 'earlier-round' });
    expect(winner).toBe(A);
  });

  test('half is no majority; of the ballots that still count it is', () => {
    expect(instantRunoff([...times(2, A), ...times(2, B)], [A, B]).rounds).toHaveLength(2);
    const ballots = [...times(3, A), ...times(2, B), ...times(1, C)];
    const { rounds, winner } = instantRunoff(ballots, [A, B, C]);
    expect(rounds.at(-1)).toMatchObject({ exhausted: 1 });
    expect(winner).toBe(A);
  });

  test('books that nobody has first go together, with nothing to hand on', () => {
    const ballots = [...times(2, A, C), ...times(2, B, D)];
    const { rounds } = instantRunoff(ballots, [A, B, C, D]);
    expect(rounds[0]).toMatchObject({ out: [C, D], why: 'no-votes', moved: [] });
    expect(rounds[1]?.votes.map(({ id }) => id)).toEqual([A, B]);
  });

  test('a withdrawn book is passed over', () => {
    const ballots = [...times(3, C, A), ...times(2, B)];
    expect(instantRunoff(ballots, [A, B])).toMatchObject({ winner: A, rounds: [{ exhausted: 0 }] });
  });

  test('no ballots, no books, or ballots of withdrawn books only: no winner', () => {
    expect(instantRunoff([], [A, B])).toEqual({ ballots: 0, rounds: [], winner: null });
    expect(instantRunoff([[A]], [])).toEqual({ ballots: 1, rounds: [], winner: null });
    expect(instantRunoff([[C], []], [A, B])).toEqual({ ballots: 2, rounds: [], winner: null });
  });
});

describe('a tie', () => {
  test('is settled by the latest earlier round in which they differed', () => {
    // D goes, then B and C are level with 3; in the first round C had 2, B 3.
    const ballots = [...times(4, A), ...times(3, B), ...times(2, C), ...times(1, D, C)];
    expect(goneIn(ballots, [A, B, C, D]).slice(0, 2)).toEqual([
      [[D], 'fewest'],
      [[C], 'earlier-round'],
    ]);
  });

  test('then by how many had it first or second', () => {
    const ballots = [...times(2, A, B), ...times(1, B, A), ...times(1, C, B)];
    // B and C have one each; B is first or second for four, C for one.
    expect(goneIn(ballots, [A, B, C])[0]).toEqual([[C], 'first-or-second']);
    expect(goneIn(ballots, [A, C, B])[0]).toEqual([[C], 'first-or-second']);
  });

  test('at last the one proposed later goes', () => {
    const ballots = [...times(2, A), ...times(2, B)];
    expect(goneIn(ballots, [A, B])[0]).toEqual([[B], 'proposed-later']);
    expect(goneIn(ballots, [B, A])[0]).toEqual([[A], 'proposed-later']);
  });

  test('of three narrows step by step', () => {
    // B, C and D have one each. C and D are second for nobody else, B is for two.
    const ballots = [...times(2, A, B), [B], [C], [D]];
    const [round] = instantRunoff(ballots, [A, B, C, D]).rounds;
    expect(round).toMatchObject({ out: [D], why: 'proposed-later', level: [C, D] });
  });
});

/** Random elections: up to 12 books, some of them withdrawn, and up to 12 ballots. */
const election = fc.integer({ min: 1, max: 12 }).chain((books) => {
  const ids = Array.from({ length: books }, (_, index) => index + 1);
  return fc.record({
    ballots: fc.array(fc.shuffledSubarray(ids), { maxLength: 12 }),
    candidates: fc.shuffledSubarray(ids),
  });
});

const holds = (check: (given: { ballots: number[][]; candidates: number[] }) => void) =>
  fc.assert(fc.property(election, check), { seed: 20261124, numRuns: 400 });

describe('whatever the ballots', () => {
  test('the same ballots give the same count, in whichever order they come', () => {
    holds(({ ballots, candidates }) => {
      const count = instantRunoff(ballots, candidates);
      expect(instantRunoff(ballots, candidates)).toEqual(count);
      expect(instantRunoff([...ballots].reverse(), candidates)).toEqual(count);
    });
  });

  test('each ballot counts once in each round, and none is lost on the way', () => {
    holds(({ ballots, candidates }) => {
      const { rounds } = instantRunoff(ballots, candidates);
      rounds.forEach(({ votes, exhausted, out, moved }, index) => {
        const given = votes.reduce((sum, of) => sum + of.votes, 0);
        expect(given + exhausted).toBe(ballots.length);
        const next = rounds[index + 1];
        for (const { id, votes: had } of votes) {
          const leaving = moved.filter(({ from }) => from === id);
          if (out.includes(id)) {
            expect(leaving.reduce((sum, of) => sum + of.votes, 0)).toBe(had);
            continue;
          }
          const came = moved.filter(({ to }) => to === id).reduce((sum, of) => sum + of.votes, 0);
          if (next) expect(next.votes.find((of) => of.id === id)?.votes).toBe(had + came);
        }
      });
    });
  });

  test('the winner stands, has more than half in the last round, and a majority of firsts wins', () => {
    holds(({ ballots, candidates }) => {
      const { winner, rounds } = instantRunoff(ballots, candidates);
      const kept = ballots.map((ballot) => ballot.filter((id) => candidates.includes(id)));
      const cast = kept.filter(({ length }) => length > 0);
      expect(winner === null).toBe(cast.length === 0);
      if (winner === null) return;
      expect(candidates).toContain(winner);
      const last = rounds.at(-1);
      const its = last?.votes.find(({ id }) => id === winner)?.votes ?? 0;
      expect(its * 2).toBeGreaterThan(ballots.length - (last?.exhausted ?? 0));
      for (const id of candidates) {
        if (cast.filter(([first]) => first === id).length * 2 > cast.length) {
          expect(winner).toBe(id);
        }
      }
    });
  });

  test('books of other numbers, in the same order, fare the same', () => {
    holds(({ ballots, candidates }) => {
      const other = (id: number) => 1000 - 7 * id;
      const renamed = instantRunoff(
        ballots.map((ballot) => ballot.map(other)),
        candidates.map(other),
      );
      const { winner, rounds } = instantRunoff(ballots, candidates);
      expect(renamed.winner).toBe(winner === null ? null : other(winner));
      expect(renamed.rounds.map(({ out }) => out)).toEqual(rounds.map(({ out }) => out.map(other)));
    });
  });

  test('every book but the last goes exactly once', () => {
    holds(({ ballots, candidates }) => {
      const gone = instantRunoff(ballots, candidates).rounds.flatMap(({ out }) => out);
      expect(new Set(gone).size).toBe(gone.length);
    });
  });
});
