import { sectionName } from '#app/books/rules/section-name.ts';
import { weighSections } from '#app/books/rules/section-weight.ts';
import { dayOf } from '#app/time/words.ts';
import { keepMilestones } from './keep-milestones.ts';
import type { PlannedMilestone } from './plan.ts';
import {
  comingDays,
  daysLeft,
  meetingDaysAfter,
  milestoneStateOf,
  type ReplanGround,
} from './replan-ground.ts';
import { divide, type FixedPoint, reachOf } from './stints.ts';

/** The ways to plan the rest of a reading anew. */
export const replanChoices = ['shift', 'squeeze', 'drop'] as const;
export type ReplanChoice = (typeof replanChoices)[number];

export type Replanned =
  | {
      ok: true;
      milestones: PlannedMilestone[];
      endsOn: string;
      wrapOn: string | null;
      optionalIds: number[];
    }
  | { ok: false; reason: string };

/** The whole plan after a choice. What is settled stays as it is. */
export function replan(
  ground: ReplanGround,
  choice: ReplanChoice,
  dropped: readonly number[],
): Replanned {
  if (choice === 'shift') return shift(ground);
  if (choice === 'squeeze') return squeeze(ground);
  return dropped.length > 0
    ? squeeze(ground, dropped)
    : { ok: false, reason: 'Tick what is no longer read by everyone.' };
}

/** The same stints, one after the other, on the days there are and as many more as they need. */
function shift(ground: ReplanGround): Replanned {
  const { kept, behind, coming } = milestoneStateOf(ground);
  const { days, pinned } = comingDays(ground);
  const stints = [behind, ...coming.map(({ sectionIds }) => sectionIds)].filter(
    (ids) => ids.length > 0,
  );
  if (stints.length === 0) return nothingLeft;
  const more = meetingDaysAfter(ground, days.at(-1) ?? lastKnown(ground));
  while (days.length < stints.length) days.push(more.next().value);
  const planned = stints.map((sectionIds, index) => ({
    title: '',
    dueOn: days[index] ?? '',
    sectionIds,
  }));
  const last = days[stints.length - 1] ?? ground.endsOn;
  const { wrapOn, optionalIds } = ground.terms;
  const nextWrap = wrapOn && wrapOn <= last ? more.next().value : wrapOn;
  return {
    ok: true,
    milestones: [...kept, ...keepMilestones(planned, coming, pinned)],
    endsOn: [ground.endsOn, last, nextWrap ?? last].sort().at(-1) ?? last,
    wrapOn: nextWrap,
    optionalIds,
  };
}

/** What is left, spread anew over the days left before the reading ends, by the planner's rule. */
function squeeze(ground: ReplanGround, dropped: readonly number[] = []): Replanned {
  const { kept, behind, coming } = milestoneStateOf(ground);
  const open = [...behind, ...coming.flatMap(({ sectionIds }) => sectionIds)];
  const out = withHeadings(ground.book, open, dropped);
  const ids = new Set(open.filter((id) => !out.has(id)));
  if (open.length === 0) return nothingLeft;
  const days = daysLeft(ground);
  if (days.length === 0 && ids.size > 0) {
    return {
      ok: false,
      reason: `No meeting is left before the reading ends on ${dayOf(ground.endsOn)}.`,
    };
  }
  const { wrapOn, optionalIds } = ground.terms;
  // A day that has passed cannot be kept any more, and would forbid every plan.
  const fixed = ground.terms.fixed.filter(({ by }) => by > ground.today);
  const divided = divide(ground.book, ids, days, fixed);
  if (!divided.ok) return { ok: false, reason: tooLate(ground, divided.fixed, days[0] ?? '') };
  const planned = divided.stints.flatMap((sectionIds, index) =>
    sectionIds.length > 0 ? [{ title: '', dueOn: days[index] ?? '', sectionIds }] : [],
  );
  const { pinned } = comingDays(ground);
  return {
    ok: true,
    milestones: [...kept, ...keepMilestones(planned, coming, pinned)],
    endsOn: ground.endsOn,
    wrapOn,
    optionalIds: [...new Set([...optionalIds, ...out])],
  };
}

/** Sections to drop, with the title page of a part of which nothing is left. */
function withHeadings(
  book: ReplanGround['book'],
  open: readonly number[],
  dropped: readonly number[],
): Set<number> {
  const out = new Set(open.filter((id) => dropped.includes(id)));
  book.forEach(({ id, kind }, at) => {
    if (kind !== 'part' || !open.includes(id)) return;
    const end = book.findIndex((section, index) => index > at && section.kind === 'part');
    const under = book.slice(at + 1, end === -1 ? undefined : end);
    const headed = under.filter((section) => open.includes(section.id));
    if (headed.length > 0 && headed.every((section) => out.has(section.id))) out.add(id);
  });
  return out;
}

const nothingLeft: Replanned = { ok: false, reason: 'Everything in the plan is read already.' };

const lastKnown = ({ milestones, today }: ReplanGround) => {
  const last = milestones.at(-1)?.dueOn ?? today;
  return last > today ? last : today;
};

function tooLate({ book }: ReplanGround, { sectionId, by }: FixedPoint, first: string): string {
  const section = book.find(({ id }) => id === sectionId);
  const name = section ? sectionName(section) : 'That section';
  return `${name} was to be finished by ${dayOf(by)}, and the next meeting is on ${dayOf(first)}.`;
}

/** Fixed points that a plan does not keep, among those whose section is still in it. */
export function brokenPoints(
  { book, terms, today }: ReplanGround,
  milestones: readonly PlannedMilestone[],
): FixedPoint[] {
  return terms.fixed.filter(({ sectionId, by }) => {
    const reach = reachOf(book, sectionId);
    const ids = new Set(book.slice(0, reach + 1).map(({ id }) => id));
    return milestones.some(
      ({ dueOn, sectionIds }) =>
        dueOn > today && dueOn > by && sectionIds.some((id) => ids.has(id)),
    );
  });
}

/**
 * What to drop at first: the sections with the fewest pages that together make up for what the
 * circle is behind, that is for what does not fit into the days left as they were planned. Of
 * several such sets, one with fewer sections. Sections that are a fixed point stay.
 */
export function suggestDropped(ground: ReplanGround): number[] {
  const { behind, coming } = milestoneStateOf(ground);
  const weights = weighSections(ground.book);
  const pages = new Map(ground.book.map(({ id }, at) => [id, weights[at] ?? 0]));
  const sum = (ids: readonly number[]) => ids.reduce((all, id) => all + (pages.get(id) ?? 0), 0);
  const left = daysLeft(ground).length;
  const lost = coming.slice(0, Math.max(0, coming.length - left));
  const needed = sum(behind) + lost.reduce((all, { sectionIds }) => all + sum(sectionIds), 0);
  const fixed = new Set(ground.terms.fixed.map(({ sectionId }) => sectionId));
  const open = [...behind, ...coming.flatMap(({ sectionIds }) => sectionIds)].filter(
    (id) => !fixed.has(id) && ground.book.find((section) => section.id === id)?.kind !== 'part',
  );
  return needed > 0 ? smallestSet(open, pages, needed) : [];
}

/** The subset with the smallest sum of at least `needed` (subset sum); all, when that is too few. */
function smallestSet(
  ids: readonly number[],
  pages: ReadonlyMap<number, number>,
  needed: number,
): number[] {
  // sets[sum]: the shortest set with that many pages.
  const sets = new Map<number, number[]>([[0, []]]);
  for (const id of [...ids].reverse()) {
    const own = pages.get(id) ?? 0;
    for (const [sum, set] of [...sets]) {
      if (sum >= needed || own === 0) continue;
      const known = sets.get(sum + own);
      if (!known || known.length > set.length + 1) sets.set(sum + own, [...set, id]);
    }
  }
  const enough = [...sets.keys()].filter((sum) => sum >= needed);
  return (enough.length > 0 ? sets.get(Math.min(...enough)) : [...ids]) ?? [];
}
