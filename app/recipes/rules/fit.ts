import { groupsOf } from '#app/cards/rules/groups.ts';
import { type RecipeItem, SLACK_MINUTES, type TimedStep, timeOfItems } from './recipe.ts';

/**
 * An agenda made to fit so many minutes: talk in the circle and turns get shorter first, then whole
 * items are left out. Pure.
 */

/** `given`: it is on the agenda already, and stays as it is. */
export type FitItem = RecipeItem & { given?: boolean };

export interface Shorter {
  change: 'shorter';
  item: string;
  step: string;
  from: number;
  minutes: number;
  /** how many seconds a turn has then; null for talk */
  turn: number | null;
}

export interface LeftOut {
  change: 'left-out';
  item: string;
  why: 'longest' | 'opener' | 'closing';
}

export type FitChange = Shorter | LeftOut;

export interface Fitted<I extends FitItem = FitItem> {
  /** in their order, each with the minutes it has now */
  items: I[];
  /** what they take, with the time to move */
  takes: number;
  /** what is left; less than nothing where they cannot fit */
  left: number;
  fits: boolean;
  changes: FitChange[];
}

const SHORTEST_TURN = 45;
const QUARTER = 15;

/** Items as they fit so many minutes, with some to spare. */
export function fitted<I extends FitItem>(
  items: readonly I[],
  people: number,
  minutes: number,
): Fitted<I> {
  const may = minutes - SLACK_MINUTES;
  const order = inOrderOfLeaving(items);
  for (let without = 0; ; without += 1) {
    const gone = order.slice(0, without);
    const kept = items.filter((item) => !gone.includes(item));
    const { shorter, changes } = shortened(kept, people, timeOfItems(kept, people) - may);
    const takes = timeOfItems(shorter, people);
    if (takes > may && without < order.length) continue;
    return {
      items: shorter,
      takes,
      left: minutes - takes,
      fits: takes <= may,
      changes: [...gone.map(leftOut), ...changes],
    };
  }
}

/** The fewest minutes in which there is a session of these items at all. */
export function fewestMinutes(items: readonly FitItem[], people: number): number {
  const heart = items.filter(({ keep, given }) => keep || given);
  const { shorter } = shortened(heart, people, Number.POSITIVE_INFINITY);
  return timeOfItems(shorter, people) + SLACK_MINUTES;
}

const isEdge = ({ kind }: RecipeItem) => kind === 'opener' || kind === 'closing';

/** What may go, in the order in which it goes: the longest first, what opens and closes last. */
function inOrderOfLeaving<I extends FitItem>(items: readonly I[]): I[] {
  return items
    .filter(({ keep, given }) => !keep && !given)
    .sort((a, b) => Number(isEdge(a)) - Number(isEdge(b)) || b.minutes - a.minutes);
}

const leftOut = (item: RecipeItem): LeftOut => ({
  change: 'left-out',
  item: item.title,
  why: item.kind === 'opener' || item.kind === 'closing' ? item.kind : 'longest',
});

interface Give {
  at: number;
  step: number;
  spare: number;
}

/** The items shorter by so many minutes, or as many as they have to give. */
function shortened<I extends FitItem>(items: readonly I[], people: number, by: number) {
  const gives = items.flatMap(({ steps, given }, at): Give[] =>
    given
      ? []
      : steps.map((step, index) => ({
          ...{ at, step: index },
          spare: step.minutes - shortestOf(step, people),
        })),
  );
  // Minute by minute of what has the most to give, so that no step alone pays for all of it.
  const spare = gives.reduce((sum, give) => sum + give.spare, 0);
  for (let left = Math.min(by, spare); left > 0; left -= 1) {
    const most = gives.reduce((best, give) => (give.spare > best.spare ? give : best));
    most.spare -= 1;
  }
  const changes: Shorter[] = [];
  const shorter = items.map((item, at): I => {
    if (item.given) return item;
    const steps = item.steps.map((step, index): TimedStep => {
      const give = gives.find((each) => each.at === at && each.step === index);
      const minutes = shortestOf(step, people) + (give?.spare ?? 0);
      if (minutes === step.minutes) return step;
      const turn = turnIn(step, minutes, people);
      changes.push({
        ...{ change: 'shorter', item: item.title, step: step.title },
        ...{ from: step.minutes, minutes, turn },
      });
      return { ...step, minutes };
    });
    return { ...item, steps, minutes: steps.reduce((sum, step) => sum + step.minutes, 0) };
  });
  return { shorter, changes };
}

/** A step's turns: one for each of the largest group, or as many rounds as it has time for. */
function turnsOf({ mode, minutes, turn = 0 }: TimedStep, people: number): number {
  if (mode === 'rotating' || mode === 'presenter')
    return Math.max(1, Math.floor((minutes * 60) / turn));
  return groupsOf(mode, people)[0] ?? 1;
}

/**
 * The fewest minutes a step goes with. Turns keep two thirds of what the card gives them, and never
 * less than three quarters of a minute unless the card does; talk in the circle keeps three quarters.
 */
export function shortestOf(step: TimedStep, people: number): number {
  const { mode, minutes, turn } = step;
  if (turn !== undefined) {
    const least = Math.max(Math.min(turn, SHORTEST_TURN), upTo(QUARTER, (turn * 2) / 3));
    const turns = Math.ceil((turnsOf(step, people) * least) / 60);
    return Math.min(minutes, Math.max(turns, Math.ceil((minutes * 2) / 3)));
  }
  return mode === 'circle' ? Math.ceil((minutes * 3) / 4) : minutes;
}

const upTo = (unit: number, seconds: number) => Math.ceil(seconds / unit) * unit;

/** How long a turn is when its step has so many minutes, in whole quarters of a minute. */
function turnIn(step: TimedStep, minutes: number, people: number): number | null {
  if (step.turn === undefined) return null;
  const fits = Math.floor((minutes * 60) / turnsOf(step, people) / QUARTER) * QUARTER;
  return Math.min(step.turn, fits);
}
