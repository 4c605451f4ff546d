import { addDays, daysBetween } from './calendar.ts';
import type { Paged } from './pages.ts';
import { pagesOf } from './pages.ts';

/** A reading as it is asked for. Dates are 'YYYY-MM-DD'. */
export interface Plan {
  startsOn: string;
  endsOn: string;
  milestones: PlannedMilestone[];
}

export interface PlannedMilestone {
  /** set when the milestone exists already */
  id?: number | undefined;
  title: string;
  dueOn: string;
  sectionIds: number[];
}

/** Reasons by field name of the plan's form, in words for the person who typed. */
export type PlanProblems = Record<string, string>;

const LONGEST_DAYS = 3 * 366;
export const MOST_MILESTONES = 60;

/** What is wrong with a plan for a book of these sections; empty when nothing is. */
export function problemsOf(plan: Plan, bookSectionIds: readonly number[]): PlanProblems {
  const { startsOn, endsOn, milestones } = plan;
  if (endsOn < startsOn) return { endsOn: 'A reading ends after it starts.' };
  if (daysBetween(startsOn, endsOn) > LONGEST_DAYS) {
    return { endsOn: 'That is longer than three years. Is the year right?' };
  }
  if (milestones.length === 0) return { milestones: 'Add at least one milestone.' };
  if (milestones.length > MOST_MILESTONES) {
    return { milestones: `A reading has at most ${MOST_MILESTONES} milestones.` };
  }
  const problems: PlanProblems = {};
  const known = new Set(bookSectionIds);
  const taken = new Map<number, number>();
  milestones.forEach(({ dueOn, sectionIds }, index) => {
    const at = `milestones[${index}]`;
    const same = milestones.findIndex((other) => other.dueOn === dueOn);
    if (dueOn < startsOn) problems[`${at}.dueOn`] = 'This is before the reading starts.';
    else if (dueOn > endsOn) problems[`${at}.dueOn`] = 'This is after the reading ends.';
    else if (same < index) {
      problems[`${at}.dueOn`] = `Milestone ${same + 1} is due that day already.`;
    }
    if (sectionIds.length === 0) {
      problems[`${at}.title`] = 'Choose below what is read for it, or remove it.';
    }
    for (const id of sectionIds) {
      const other = taken.get(id);
      if (!known.has(id)) problems.milestones = 'A section chosen here is not in this book.';
      else if (other !== undefined) {
        problems.milestones = `Milestones ${other + 1} and ${index + 1} both hold the same section.`;
      }
      taken.set(id, index);
    }
  });
  return problems;
}

/**
 * A first proposal: `count` milestones of about as many pages each, in the book's order, due at even
 * distances, the last on the day the reading ends. What follows the last chapter is left out.
 */
export function spreadEvenly(
  sections: readonly (Paged & { id: number; kind: string })[],
  { startsOn, endsOn, count }: { startsOn: string; endsOn: string; count: number },
): PlannedMilestone[] {
  const read = sections.filter(({ kind }) => kind !== 'back');
  const days = Math.max(0, daysBetween(startsOn, endsOn));
  const groups = Math.max(1, Math.min(count, read.length, days));
  const weights = read.map((section) => Math.max(1, pagesOf([section])));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const milestones: PlannedMilestone[] = Array.from({ length: groups }, (_, index) => ({
    title: '',
    dueOn: addDays(startsOn, Math.round((days * (index + 1)) / groups)),
    sectionIds: [],
  }));
  let group = 0;
  let before = 0;
  read.forEach((section, index) => {
    const weight = weights[index] ?? 1;
    const left = read.length - index;
    const filled = (milestones[group]?.sectionIds.length ?? 0) > 0;
    // Moves on when the middle of this section lies past the share, or when none may be left empty.
    const share = (total * (group + 1)) / groups;
    const mustMove = left <= groups - 1 - group;
    if (filled && group < groups - 1 && (mustMove || before + weight / 2 > share)) group++;
    milestones[group]?.sectionIds.push(section.id);
    before += weight;
  });
  return milestones.filter(({ sectionIds }) => sectionIds.length > 0);
}

export type MilestoneState = 'done' | 'now' | 'next';

/**
 * Where a circle is in its plan on `today`: milestones due before today are done, the first of the
 * others is now. `passed` is how much of a milestone's own time is over, 0 to 1.
 */
export function placeInPlan<M extends { dueOn: string }>(
  milestones: readonly M[],
  startsOn: string,
  today: string,
): (M & { state: MilestoneState; passed: number })[] {
  const current = milestones.findIndex(({ dueOn }) => dueOn >= today);
  return milestones.map((milestone, index) => {
    if (current === -1 || index < current) return { ...milestone, state: 'done', passed: 1 };
    if (index > current || today < startsOn) return { ...milestone, state: 'next', passed: 0 };
    const from = milestones[index - 1]?.dueOn ?? startsOn;
    const days = Math.max(1, daysBetween(from, milestone.dueOn));
    const passed = Math.min(1, Math.max(0, daysBetween(from, today) / days));
    return { ...milestone, state: 'now', passed };
  });
}
