import type { SectionKind } from '#app/books/rules/section-name.ts';
import { weighSections } from '#app/books/rules/section-weight.ts';
import { dayOf } from '#app/time/words.ts';
import { type Meetings, meetingDays } from './meeting-days.ts';
import { weeksBetween } from './pace.ts';
import type { PlannedMilestone } from './plan.ts';
import { type BookSection, divide, type FixedPoint } from './stints.ts';

/** What a plan is asked for. Days are 'YYYY-MM-DD'. */
export interface PlanAsk extends Meetings {
  startsOn: string;
  /** meetings, the recap and the wrap among them; null: as many as the pace asks for */
  count: number | null;
  pace: number;
  fixed: readonly FixedPoint[];
  recap: boolean;
  wrap: boolean;
  optionalIds: readonly number[];
}

export interface Proposal {
  milestones: PlannedMilestone[];
  endsOn: string;
  recapOn: string | null;
  wrapOn: string | null;
}

export type Proposed =
  | ({ ok: true } & Proposal)
  /** a field of the form and why it cannot be; `fixed` is the place of a fixed point */
  | { ok: false; field: 'rhythm' | 'count' | 'fixed'; fixed?: number; reason: string };

/** Milestones for a book by the planner's rule, due on the days the circle meets. */
export function proposePlan(book: readonly BookSection[], ask: PlanAsk): Proposed {
  const { startsOn, recap, wrap, pauses } = ask;
  const ids = sectionsToRead(book, ask.optionalIds);
  const weights = weighSections(book);
  const pages = book.reduce((sum, { id }, at) => sum + (ids.has(id) ? (weights[at] ?? 0) : 0), 0);
  const days = meetingDays(ask, startsOn, recap);
  const idle = Number(recap) + Number(wrap);
  if (days.length === 0) {
    return {
      ok: false,
      field: 'rhythm',
      reason: `No session is set after ${dayOf(startsOn, 'full')}. Plan by the week, or set sessions first.`,
    };
  }
  const from = recap ? (days[0] ?? startsOn) : startsOn;
  const reading = recap ? days.slice(1) : days;
  const enough = reading.findIndex((day) => weeksBetween(from, day, pauses) * ask.pace >= pages);
  const count = ask.count ?? (enough === -1 ? days.length : enough + 1 + idle);
  const used = days.slice(0, count);
  const due = used.slice(Number(recap), wrap ? -1 : undefined);
  if (due.length === 0) {
    const reason =
      ask.count !== null && ask.count <= idle
        ? 'All of these are the recap and the wrap: at least one more is needed to read for.'
        : 'There is no session left to read for beside the recap and the wrap.';
    return { ok: false, field: 'count', reason };
  }
  const divided = divide(book, ids, due, ask.fixed);
  if (!divided.ok) {
    return {
      ok: false,
      field: 'fixed',
      fixed: ask.fixed.indexOf(divided.fixed),
      reason: `The first milestone is due on ${dayOf(due[0] ?? '')}, after this. Choose a later day, or start earlier.`,
    };
  }
  const milestones = divided.stints.flatMap((sectionIds, index) =>
    sectionIds.length > 0 ? [{ title: '', dueOn: due[index] ?? '', sectionIds }] : [],
  );
  const wrapOn = wrap ? (used.at(-1) ?? null) : null;
  return {
    ok: true,
    milestones,
    endsOn: wrapOn ?? milestones.at(-1)?.dueOn ?? due.at(-1) ?? startsOn,
    recapOn: recap ? (days[0] ?? null) : null,
    wrapOn,
  };
}

/** What follows the last chapter is not read unless somebody puts it into the plan. */
function sectionsToRead(
  book: readonly { id: number; kind: SectionKind }[],
  optionalIds: readonly number[] = [],
): Set<number> {
  return new Set(
    book.flatMap(({ id, kind }) => (kind === 'back' || optionalIds.includes(id) ? [] : [id])),
  );
}
