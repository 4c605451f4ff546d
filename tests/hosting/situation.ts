/** One way in which somebody may host Octavo, and what must work there. */
export interface Situation {
  /** what stands around Octavo, for the table */
  where: string;
  /** what was tried, for the table */
  tried: string;
  /** programs of `programs.ts` beside those of its group */
  needs: readonly string[];
  /** @throws when something does not work; @returns words for the table, "works" when there are none */
  run(): Promise<string | undefined>;
}

/** Situations that share what they need. */
export interface Group {
  name: string;
  /** what must be on this machine, as `program` names it */
  needs: readonly string[];
  /** Sets it up, hands its situations on, and ends what it started. */
  within(use: (situations: Situation[]) => Promise<void>): Promise<void>;
}

export type Outcome = 'works' | 'fails' | 'not tried';

export interface Row {
  where: string;
  tried: string;
  outcome: Outcome;
  words: string;
}

/** Fails a situation with words. */
export function must(holds: unknown, words: string): asserts holds {
  if (!holds) throw new Error(words);
}

/** Thrown by a situation that this machine does not allow, with the reason. */
export class NotTried extends Error {}
