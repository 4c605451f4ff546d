import { daysBetween } from '#app/time/days.ts';
import type { PlanTerms } from './plan-terms.ts';

/** A reading as it is asked for. Dates are 'YYYY-MM-DD'. */
export interface Plan {
  startsOn: string;
  endsOn: string;
  milestones: PlannedMilestone[];
  terms: PlanTerms;
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

/**
 * What is wrong with a plan for a book of these sections; empty when nothing is. A milestone of the
 * past may hold nothing: what was due then was put off. A book whose sections are not entered yet has
 * its days, and no milestones.
 */
export function planProblems(
  plan: Plan,
  bookSectionIds: readonly number[],
  today: string,
): PlanProblems {
  const { startsOn, endsOn, milestones, terms } = plan;
  if (endsOn < startsOn) return { endsOn: 'A reading ends after it starts.' };
  if (daysBetween(startsOn, endsOn) > LONGEST_DAYS) {
    return { endsOn: 'That is longer than three years. Is the year right?' };
  }
  if (milestones.length === 0 && bookSectionIds.length > 0) {
    return { milestones: 'Add at least one milestone.' };
  }
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
    if (sectionIds.length === 0 && dueOn > today) {
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
  for (const id of terms.optionalIds) {
    const other = taken.get(id);
    if (!known.has(id)) problems.milestones = 'A section chosen here is not in this book.';
    else if (other !== undefined) {
      problems.milestones = `Milestone ${other + 1} holds a section that is for those who like.`;
    }
  }
  for (const field of ['recapOn', 'wrapOn'] as const) {
    const day = terms[field];
    if (day !== null && (day < startsOn || day > endsOn)) {
      problems[field] = 'This is outside the days of the reading.';
    }
  }
  return problems;
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
