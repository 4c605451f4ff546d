/** A ballot: the books somebody ranked, the best first, by the ids of their proposals. */
export type Ranking = readonly number[];

/** Why a book goes after a round. */
export type Why =
  /** nobody has it first */
  | 'no-votes'
  /** fewest votes in this round */
  | 'fewest'
  /** level there; fewest in the latest earlier round in which they differed */
  | 'earlier-round'
  /** level in every round; fewest members had it first or second */
  | 'first-or-second'
  /** level there too; proposed last */
  | 'proposed-later';

export interface Round {
  /** of each book still in, in order of proposal */
  votes: { id: number; votes: number }[];
  /** ballots with no book left that is still in */
  exhausted: number;
  /** who goes after this round: none in the last */
  out: number[];
  why: Why | null;
  /** those among whom `why` decided */
  level: number[];
  /** where the votes of those who go go next; null where no book is left on the ballot */
  moved: { from: number; to: number | null; votes: number }[];
}

export interface Count {
  ballots: number;
  rounds: Round[];
  /** null when nobody ranked a book that stands */
  winner: number | null;
}

/**
 * Counts an election by instant-runoff, also known as the alternative vote: a ballot counts for its
 * first book still in; a book with more than half of the ballots that still count has won; until
 * then the one with the fewest goes, and its ballots go to the next book on them. As in Robert’s
 * Rules of Order (12th ed., 45:62, “preferential voting”) and the Australian Commonwealth Electoral
 * Act 1918, s. 274. Books that nobody has first go together: they have nothing to hand on, so the
 * order in which they went could change nothing.
 *
 * Ties look backwards, to the latest earlier round, as in Scottish local elections (SSI 2011/399,
 * sch. 1, r. 51). Where those draw lots, the first-or-second count and then the order of proposal
 * decide, so that the same ballots always give the same winner.
 * @param candidates the books that stand, in order of proposal. What else a ballot ranks is passed
 * over, as if it had not been written down.
 */
export function instantRunoff(ballots: readonly Ranking[], candidates: readonly number[]): Count {
  const standing = ballots.map((ballot) => ballot.filter((id) => candidates.includes(id)));
  const rounds: Round[] = [];
  let still = [...candidates];
  for (;;) {
    const choices = standing.map((ballot) => ballot.find((id) => still.includes(id)) ?? null);
    const votes = still.map((id) => ({ id, votes: choices.filter((c) => c === id).length }));
    const counting = choices.filter((choice) => choice !== null).length;
    const round: Round = {
      votes,
      exhausted: ballots.length - counting,
      out: [],
      why: null,
      level: [],
      moved: [],
    };
    rounds.push(round);
    if (counting === 0) return { ballots: ballots.length, rounds: [], winner: null };
    const winner = votes.find((of) => of.votes * 2 > counting);
    if (winner) return { ballots: ballots.length, rounds, winner: winner.id };
    Object.assign(round, whoGoes(rounds, standing));
    still = still.filter((id) => !round.out.includes(id));
    round.moved = movedFrom(round.out, choices, standing, still);
  }
}

function whoGoes(
  rounds: readonly Round[],
  ballots: readonly Ranking[],
): Pick<Round, 'out' | 'why' | 'level'> {
  const round = rounds.at(-1);
  const unvoted = round?.votes.filter(({ votes }) => votes === 0).map(({ id }) => id) ?? [];
  if (unvoted.length > 0) return { out: unvoted, why: 'no-votes', level: unvoted };
  let level = (round?.votes ?? []).map(({ id }) => id);
  let among = level;
  const narrow = (of: (id: number) => number) => {
    const least = Math.min(...level.map(of));
    among = level;
    level = level.filter((id) => of(id) === least);
    return level.length === 1;
  };
  for (const [back, earlier] of [...rounds].reverse().entries()) {
    const votesOf = (id: number) => earlier.votes.find((of) => of.id === id)?.votes ?? 0;
    if (narrow(votesOf)) {
      return { out: level, why: back === 0 ? 'fewest' : 'earlier-round', level: among };
    }
  }
  const firstOrSecond = (id: number) =>
    ballots.filter((ballot) => ballot.slice(0, 2).includes(id)).length;
  if (narrow(firstOrSecond)) return { out: level, why: 'first-or-second', level: among };
  return { out: level.slice(-1), why: 'proposed-later', level };
}

function movedFrom(
  out: readonly number[],
  choices: readonly (number | null)[],
  ballots: readonly Ranking[],
  still: readonly number[],
): Round['moved'] {
  const nextOf = (ballot: Ranking) => ballot.find((id) => still.includes(id)) ?? null;
  return out.flatMap((from) =>
    [...still, null].flatMap((to) => {
      const votes = ballots.filter(
        (ballot, index) => choices[index] === from && nextOf(ballot) === to,
      ).length;
      return votes > 0 ? [{ from, to, votes }] : [];
    }),
  );
}
