/** Where people stand in a reading. Without imports that run: views use it in the browser. */
interface Part {
  sections: readonly { id: number }[];
}

const isWithin = ({ sections }: Part, within: ReadonlySet<number>) =>
  sections.every(({ id }) => within.has(id));

/** How many milestones someone has behind them whole. */
export const stageOf = (milestones: readonly Part[], within: ReadonlySet<number>) =>
  milestones.filter((milestone) => isWithin(milestone, within)).length;

/** The milestone someone reads for: the first that they do not have behind them. */
export const readingFor = <M extends Part>(milestones: readonly M[], within: ReadonlySet<number>) =>
  milestones.find((milestone) => !isWithin(milestone, within)) ?? null;

/** A member as the circle's picture counts them. */
export interface Stood {
  stage: number;
  said: boolean;
  /** lets the circle see it by name */
  shares: boolean;
}

const FEWEST_SAID = 4;
const FEWEST_UNNAMED = 3;

/**
 * How many of the circle stand where `me` does, me included; null when a number would tell of one
 * person: when few have said anything, when the named ones leave only a few to guess among, or when
 * nobody else stands there. Who said nothing counts as being where the plan is, so that even "all of
 * you" tells nothing about anyone.
 */
export function withMe(me: Stood, others: readonly Stood[]): number | null {
  const everyone = [me, ...others];
  if (everyone.filter(({ said }) => said).length < FEWEST_SAID) return null;
  if (others.filter(({ shares, said }) => !(shares && said)).length < FEWEST_UNNAMED) return null;
  const here = everyone.filter(({ stage }) => stage === me.stage).length;
  return here > 1 ? here : null;
}
