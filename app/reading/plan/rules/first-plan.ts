import { weekdayFrom, weekdayOf } from '#app/reading/plan/rules/meeting-days.ts';
import type { Plan } from '#app/reading/plan/rules/plan.ts';
import { type PlanTerms, plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { proposePlan } from '#app/reading/plan/rules/proposal.ts';
import type { BookSection } from '#app/reading/plan/rules/stints.ts';
import { addDays } from '#app/time/days.ts';

const MONDAY = 1;

/** The first Monday after a day, and after every reading that is planned. */
export function nextStart(today: string, readingEnds: readonly string[]): string {
  const last = [today, ...readingEnds].sort().at(-1) ?? today;
  return weekdayFrom(addDays(last, 1), MONDAY);
}

/** When a reading begins, and how many weeks it takes. */
export interface WhenToRead {
  /** 'YYYY-MM-DD' */
  startsOn: string;
  weeks: number;
}

/**
 * A first plan of a book, proposed at the circle's sessions in those weeks, or by the week while
 * none is set. A book without sections has its days, and no milestones yet.
 */
export function firstPlan(
  sections: readonly BookSection[],
  { startsOn, weeks }: WhenToRead,
  sessionDays: readonly string[],
): Plan {
  const lastDay = addDays(startsOn, 7 * weeks);
  const within = sessionDays.filter((day) => day > startsOn && day <= lastDay);
  const atSessions = within.length > 1;
  const terms: PlanTerms = {
    ...plainTerms,
    rhythm: atSessions ? 'sessions' : 'weekly',
    weekday: weekdayOf(startsOn),
  };
  const plain: Plan = { startsOn, endsOn: lastDay, milestones: [], terms };
  if (sections.length === 0) return plain;
  const proposed = proposePlan(sections, {
    ...terms,
    startsOn,
    count: atSessions ? within.length : weeks,
    sessionDays: within,
    recap: false,
    wrap: false,
  });
  return proposed.ok ? { ...plain, milestones: proposed.milestones } : plain;
}
