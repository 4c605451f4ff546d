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
  /** the plan is further than they are */
  behind: boolean;
  said: boolean;
  /** lets the circle see it by name */
  shares: boolean;
}

const FEWEST_SAID = 4;
const FEWEST_UNNAMED = 3;

const isNamed = ({ shares, said }: Stood) => shares && said;

/** Any number would tell of one person: few have said anything, or few are left to guess among. */
const areTooFew = (me: Stood, others: readonly Stood[]) =>
  [me, ...others].filter(({ said }) => said).length < FEWEST_SAID ||
  others.filter((other) => !isNamed(other)).length < FEWEST_UNNAMED;

/**
 * How many of the circle stand where `me` does, me included; null when a number would tell of one
 * person, or when nobody else stands there. Who said nothing counts as being where the plan is, so
 * that even "all of you" tells nothing about anyone.
 */
export function withMe(me: Stood, others: readonly Stood[]): number | null {
  if (areTooFew(me, others)) return null;
  const here = [me, ...others].filter(({ stage }) => stage === me.stage).length;
  return here > 1 ? here : null;
}

/**
 * Whether more than half of the circle is behind the plan, as `me` may be told; false when that would
 * tell of one person, also when all whom `me` cannot see would have to be behind for it.
 */
export function mostBehind(me: Stood, others: readonly Stood[]): boolean {
  if (areTooFew(me, others)) return false;
  const behind = (people: readonly Stood[]) => people.filter((one) => one.behind).length;
  const needed = Math.floor((others.length + 1) / 2) + 1;
  if (behind([me, ...others]) < needed) return false;
  const unseen = others.filter((other) => !isNamed(other));
  return needed - behind([me, ...others.filter(isNamed)]) < unseen.length;
}
