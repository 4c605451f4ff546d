/** A ballot as it is being filled in: each book with its rank, '' when it is not ranked. */
export interface BallotRow {
  proposal: string;
  rank: string;
}

const isRanked = ({ rank }: BallotRow) => /^[1-9]\d?$/.test(rank);

/** The ranked rows, the best first, and the others, in the order they have. */
function parted(rows: readonly BallotRow[]) {
  const ranked = rows.filter(isRanked).sort((a, b) => Number(a.rank) - Number(b.rank));
  return { ranked, others: rows.filter((row) => !isRanked(row)) };
}

const joined = (ranked: readonly BallotRow[], others: readonly BallotRow[]): BallotRow[] => [
  ...ranked.map(({ proposal }, index) => ({ proposal, rank: String(index + 1) })),
  ...others.map(({ proposal }) => ({ proposal, rank: '' })),
];

/** The rows in the order of their ranks, without gaps; the books that are not ranked last. */
export function inOrder(rows: readonly BallotRow[]): BallotRow[] {
  const { ranked, others } = parted(rows);
  return joined(ranked, others);
}

/** A book put at a rank (1 is the best), the others moving over; null takes its rank away. */
export function ranked(
  rows: readonly BallotRow[],
  proposal: string,
  rank: number | null,
): BallotRow[] {
  const row = rows.find((of) => of.proposal === proposal);
  if (!row) return inOrder(rows);
  const { ranked, others } = parted(rows.filter((of) => of !== row));
  if (rank === null) return joined(ranked, [row, ...others]);
  const at = Math.max(0, rank - 1);
  return joined([...ranked.slice(0, at), row, ...ranked.slice(at)], others);
}

/** A book moved up or down by one. Up from among the others it becomes the last of the ranked. */
export function moved(rows: readonly BallotRow[], proposal: string, by: 1 | -1): BallotRow[] {
  const order = inOrder(rows);
  const row = order.find((of) => of.proposal === proposal);
  if (!row) return order;
  const count = order.filter(isRanked).length;
  if (row.rank === '') return by === -1 ? ranked(order, proposal, count + 1) : order;
  const to = Number(row.rank) + by;
  return to < 1 || to > count ? order : ranked(order, proposal, to);
}

/**
 * A book dropped at a place in the list, 0 the top: among the ranked or right after them it is
 * ranked there, further down it is not ranked.
 */
export function dropped(rows: readonly BallotRow[], proposal: string, place: number): BallotRow[] {
  const count = rows.filter((of) => of.proposal !== proposal && isRanked(of)).length;
  return ranked(rows, proposal, place <= count ? place + 1 : null);
}

/** The rows after a button was pressed: 'up:17', 'down:17' of the proposal of that number. */
export function takeBallotStep(rows: readonly BallotRow[], step: string): BallotRow[] {
  const [verb, proposal = ''] = step.split(':');
  if (verb === 'up') return moved(rows, proposal, -1);
  if (verb === 'down') return moved(rows, proposal, 1);
  return [...rows];
}
