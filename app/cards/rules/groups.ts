import type { CardStep, StepMode } from './card.ts';

/**
 * How many came, and what that makes of a card's steps: who sits with whom, how long a turn is, and
 * the time it takes to move. Pure.
 */

/** A step as far as its groups go. */
export type Grouped = Pick<CardStep, 'mode' | 'minutes' | 'turn'>;

/** How many sit together in modes that part a circle. */
const sizes: Partial<Record<StepMode, number>> = {
  alone: 1,
  pairs: 2,
  rotating: 2,
  trios: 3,
  fours: 4,
};

const MOVING_MINUTES = 2;
const QUARTER = 15;

/**
 * The sizes of the groups a number of people part into, the largest first: as even as possible, and
 * nearest to the mode's size. Nobody sits alone beside groups, and a pair beside trios or fours is
 * avoided.
 * @param people 1 or more
 */
export function groupsOf(mode: StepMode, people: number): number[] {
  const size = sizes[mode];
  if (size === 1) return evenly(people, people);
  if (size === undefined || people < 4) return [people];
  const most = Math.floor(people / 2);
  const ways = Array.from({ length: most }, (_, at) => evenly(people, most - at));
  return ways.reduce((best, way) => (strain(way, size) < strain(best, size) ? way : best));
}

/** So many people in so many groups, whose sizes differ by one at most. */
function evenly(people: number, groups: number): number[] {
  return Array.from({ length: groups }, (_, at) => Math.ceil((people - at) / groups));
}

// Of 3 + 2 and 5 in trios the first is better, of 4 + 4 and 3 + 3 + 2 the first: a pair weighs less
// than a group that is too large by two and more than two that are too large by one.
const strain = (groups: readonly number[], size: number) =>
  groups.reduce((sum, of) => sum + (of - size) ** 2 + (of === 2 && size > 2 ? 2 : 0), 0);

/**
 * How long a turn is in a group of that many, in seconds: what the card says, or as many whole
 * quarter minutes as let everybody have one. Null where nobody takes turns.
 */
export function turnIn({ mode, minutes, turn }: Grouped, group: number): number | null {
  if (turn === undefined) return null;
  const turns = mode === 'rotating' || mode === 'presenter' ? 1 : group;
  const seconds = minutes * 60;
  if (turns * turn <= seconds) return turn;
  const fits = Math.floor(seconds / turns);
  return fits - (fits < QUARTER ? 0 : fits % QUARTER);
}

/** How often people change places, who begin as a circle. Writing alone, one stays where one is. */
export function movesOf(modes: readonly StepMode[], people: number): number {
  const places = modes.filter((mode) => mode !== 'alone').map((mode) => placeOf(mode, people));
  return places.filter((place, at) => place !== (places[at - 1] ?? 'together')).length;
}

// The same groups are the same places, whatever they are called.
function placeOf(mode: StepMode, people: number): string {
  const groups = groupsOf(mode, people);
  if (groups.length === 1) return 'together';
  return mode === 'rotating' ? mode : groups.join('+');
}

/** How long a card takes with so many people, in minutes, with the time to move. */
export const timeFor = (steps: readonly Grouped[], people: number) =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0) +
  MOVING_MINUTES *
    movesOf(
      steps.map(({ mode }) => mode),
      people,
    );
