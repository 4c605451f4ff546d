/** Whose turn it is. Pure: what is known of the people comes in, and who is next goes out. */

export const DUTIES = ['run', 'notes'] as const;
export type Duty = (typeof DUTIES)[number];

/** A member, as a turn at one session and one duty sees them. */
export interface InTurn {
  personId: number;
  joinedAt: Date;
  /** when they had this duty lately, or are to have it at another session */
  turns: readonly Date[];
  /** their account is closed */
  closed: boolean;
  /** they are not given a turn for now */
  paused: boolean;
  /** they were in the circle at a session before this one */
  met: boolean;
  /** they said that they can't come, passed this duty on, or were passed over */
  out: boolean;
  /** they have the other duty there */
  busy: boolean;
}

/** How far back a turn counts: half a year. */
export const LATELY_DAYS = 182;

/** A newcomer is never picked for their first session, also where nobody else is left. */
export const mayBeGiven = ({ closed, paused, met, out, busy }: InTurn) =>
  !closed && !paused && met && !out && !busy;

/** Fewest turns lately, then whoever had theirs longest ago, then whoever has been here longest. */
export function byTurn<P extends Pick<InTurn, 'personId' | 'joinedAt' | 'turns'>>(
  people: readonly P[],
): P[] {
  const last = ({ turns }: P) => Math.max(0, ...turns.map((at) => at.getTime()));
  return [...people].sort(
    (a, b) =>
      a.turns.length - b.turns.length ||
      last(a) - last(b) ||
      a.joinedAt.getTime() - b.joinedAt.getTime() ||
      a.personId - b.personId,
  );
}

/** Who is next; null when nobody is left. */
export const nextInTurn = (people: readonly InTurn[]): number | null =>
  byTurn(people.filter(mayBeGiven))[0]?.personId ?? null;
