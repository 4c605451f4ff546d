import type { Member } from '#app/access/proofs.ts';
import type { Spread } from '#app/reading/forms/plan.ts';
import type { ReadingView } from '#app/reading/reading-view.ts';
import { addDays } from '#app/reading/rules/calendar.ts';
import { spreadEvenly } from '#app/reading/rules/plan.ts';
import { draftOf, type MilestoneRow, type PlanDraft } from '#app/reading/rules/plan-draft.ts';
import { type BookView, bookOf } from './books.server.ts';
import { todayOf } from './reading-rows.server.ts';
import type { Clock } from './readings.server.ts';

/** What the form of a reading shows at first. */
export interface PlanDefaults extends PlanDraft {
  startsOn: string;
  endsOn: string;
  count: string;
}

/** A reading that starts today: two weeks for each of about four milestones, spread evenly. */
export function firstProposal(member: Member, book: BookView, clock: Clock = {}): PlanDefaults {
  const startsOn = todayOf(member, clock);
  const chapters = book.sections.filter(({ kind }) => kind === 'chapter').length;
  const count = Math.max(1, Math.min(4, chapters || book.sections.length));
  const spread = { startsOn, endsOn: addDays(startsOn, 14 * count), count };
  return { ...spread, count: String(count), ...proposed(book, spread) };
}

/**
 * The book's sections spread over milestones anew, which take over the rows there are, so that what
 * points to a milestone keeps it; null when the circle has no such book.
 */
export async function proposal(
  member: Member,
  bookId: number,
  spread: Spread,
  rows: readonly MilestoneRow[] = [],
): Promise<PlanDraft | null> {
  const book = await bookOf(member, bookId);
  if (!book) return null;
  const { milestones, sections } = proposed(book, spread);
  return {
    sections,
    milestones: milestones.map((row, index) => ({
      ...row,
      id: rows[index]?.id ?? '',
      title: rows[index]?.title ?? '',
    })),
  };
}

const proposed = (book: BookView, spread: Spread) =>
  draftOf(spreadEvenly(book.sections, spread), book.sections);

/** A reading as its form shows it for changing. */
export function planDefaults(reading: ReadingView, book: BookView): PlanDefaults {
  const milestones = reading.milestones.map(({ id, title, dueOn, sections }) => ({
    id,
    title,
    dueOn,
    sectionIds: sections.map((section) => section.id),
  }));
  const { startsOn, endsOn } = reading;
  return {
    startsOn,
    endsOn,
    count: String(milestones.length),
    ...draftOf(milestones, book.sections),
  };
}
