import { type Grouped, timeFor } from '#app/cards/rules/groups.ts';

/** When a step begins and ends, in minutes from the card's beginning, and how long moving takes before it. */
export interface Timed {
  moving: number;
  from: number;
  to: number;
}

/** The steps of a card one after another, with the time to change places. */
export const timetable = (steps: readonly Grouped[], people: number): Timed[] =>
  steps.map(({ minutes }, at) => {
    const to = timeFor(steps.slice(0, at + 1), people);
    return { moving: to - minutes - timeFor(steps.slice(0, at), people), from: to - minutes, to };
  });
