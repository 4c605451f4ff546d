import type { Member } from '#app/access/proofs.ts';
import { type BookView, bookOf } from '#app/books/queries/books.server.ts';
import { type Ask, sectionsFor } from '#app/reading/plan/forms/plan.ts';
import type { TypedPlanInput } from '#app/reading/plan/forms/plan-draft.ts';
import { keepMilestones } from '#app/reading/plan/rules/keep-milestones.ts';
import { weekdayOf } from '#app/reading/plan/rules/meeting-days.ts';
import { milestoneRows, type PlanTyped, typedTerms } from '#app/reading/plan/rules/plan-draft.ts';
import { type PlanTerms, plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { type Proposed, proposePlan } from '#app/reading/plan/rules/proposal.ts';
import type { ReadingView } from '#app/reading/queries/reading-view.ts';
import { todayOf } from '#app/reading/rows/reading-rows.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { addDays } from '#app/time/days.ts';

/**
 * What the form of a reading shows at first: a plan from today on at the circle's coming sessions,
 * or by the week while none is set, as fast as is comfortable.
 */
export function firstProposal(
  member: Member,
  book: BookView,
  sessionDays: readonly string[],
  clock: Clock = {},
): PlanTyped {
  const startsOn = todayOf(member, clock);
  const coming = sessionDays.filter((day) => day > startsOn);
  const terms: PlanTerms = {
    ...plainTerms,
    rhythm: coming.length > 1 ? 'sessions' : 'weekly',
    weekday: weekdayOf(coming[0] ?? startsOn),
  };
  const proposed = proposePlan(book.sections, {
    ...terms,
    startsOn,
    count: null,
    sessionDays: coming,
    recap: false,
    wrap: false,
  });
  const { milestones, endsOn } = proposed.ok
    ? proposed
    : { milestones: [], endsOn: addDays(startsOn, 28) };
  return {
    startsOn,
    endsOn,
    count: '',
    ...typedTerms(terms),
    ...milestoneRows(milestones, book.sections),
  };
}

export type DraftProposed = { ok: true; draft: TypedPlanInput } | Extract<Proposed, { ok: false }>;

/**
 * The form with a plan proposed anew; its milestones take over those there are, so that what points
 * to one keeps it. Null when the circle has no such book.
 */
export async function proposalFor(
  member: Member,
  bookId: number,
  { ask, draft }: { ask: Ask; draft: TypedPlanInput },
  sessionDays: readonly string[],
): Promise<DraftProposed | null> {
  const book = await bookOf(member, bookId);
  if (!book) return null;
  const proposed = proposePlan(book.sections, { ...ask, sessionDays });
  if (!proposed.ok) return proposed;
  const before = draft.milestones.map(({ key, id, title, dueOn }) => ({
    id: Number(id) || undefined,
    title,
    dueOn,
    sectionIds: sectionsFor(draft, key),
  }));
  const milestones = keepMilestones(proposed.milestones, before);
  return {
    ok: true,
    draft: {
      ...draft,
      step: '',
      endsOn: proposed.endsOn,
      recapOn: proposed.recapOn ?? '',
      wrapOn: proposed.wrapOn ?? '',
      ...milestoneRows(milestones, book.sections, ask.optionalIds),
    },
  };
}

/** A reading as its form shows it for changing. */
export function planDefaults(reading: ReadingView, book: BookView, terms: PlanTerms): PlanTyped {
  const milestones = reading.milestones.map(({ id, title, dueOn, sections }) => ({
    id,
    title,
    dueOn,
    sectionIds: sections.map((section) => section.id),
  }));
  const meetings =
    milestones.length + Number(terms.recapOn !== null) + Number(terms.wrapOn !== null);
  return {
    startsOn: reading.startsOn,
    endsOn: reading.endsOn,
    count: String(meetings),
    ...typedTerms(terms),
    ...milestoneRows(milestones, book.sections, terms.optionalIds),
  };
}
