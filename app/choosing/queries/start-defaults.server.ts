import type { Member } from '#app/access/proofs.ts';
import { sectionsOf } from '#app/books/queries/books.server.ts';
import { pagesOf } from '#app/books/rules/pages.ts';
import { weeksFor } from '#app/choosing/rules/choice.ts';
import { nextStart } from '#app/reading/plan/rules/first-plan.ts';
import { readingsAhead } from '#app/reading/queries/readings.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import type { ProposalView } from './choice-view.ts';

/** When the chosen book could be read: from the Monday after what is planned, as long as it takes. */
export async function startDefaults(member: Member, winner: ProposalView, clock: Clock = {}) {
  const { now = new Date() } = clock;
  const [readings, sections] = await Promise.all([
    readingsAhead(member, { now }),
    winner.bookId === null ? [] : sectionsOf(member, winner.bookId),
  ]);
  const today = todayIn(member.circle.timeZone, now);
  const ends = readings.map(({ endsOn }) => endsOn);
  return {
    defaults: {
      startsOn: nextStart(today, ends),
      weeks: weeksFor(sections.length > 0 ? pagesOf(sections) : winner.pages),
    },
    planned: sections.length > 0,
  };
}
