import { isHeading, type Weighable, weighSections } from '#app/books/rules/section-weight.ts';
import { type Held, partition } from './planner.ts';

export interface BookSection extends Weighable {
  id: number;
}

/** "Finish this section by that day." A part is finished with its last chapter. */
export interface FixedPoint {
  sectionId: number;
  by: string;
}

export type Divided =
  | { ok: true /** section ids by day, empty where nothing is left */; stints: number[][] }
  /** no day comes early enough for this fixed point */
  | { ok: false; fixed: FixedPoint };

/**
 * Divides sections of a book among days ('YYYY-MM-DD', in order) by the planner's rule. Fixed points
 * are kept; a part's title page stays with what it heads.
 * @param ids which of the book's sections; the others are read already, optional, or left out
 */
export function divide(
  book: readonly BookSection[],
  ids: ReadonlySet<number>,
  days: readonly string[],
  fixed: readonly FixedPoint[] = [],
): Divided {
  const weights = weighSections(book);
  /** what is never parted; `at`: the place in the book where it begins */
  const units: { ids: number[]; weight: number; at: number }[] = [];
  let heads = false;
  book.forEach((section, at) => {
    if (!ids.has(section.id)) return;
    const weight = weights[at] ?? 0;
    const last = units.at(-1);
    if (heads && last && section.kind !== 'part') {
      last.ids.push(section.id);
      last.weight += weight;
    } else {
      units.push({ ids: [section.id], weight, at });
    }
    heads = isHeading(section, weight);
  });
  if (units.length === 0) return { ok: true, stints: days.map(() => []) };
  const held: Held[] = [];
  for (const point of fixed) {
    const reach = reachOf(book, point.sectionId);
    const sections = units.filter(({ at }) => at <= reach).length;
    const stint = days.filter((day) => day <= point.by).length;
    if (sections > 0 && stint === 0) return { ok: false, fixed: point };
    held.push({ sections, stint });
  }
  const ends = partition(
    units.map(({ weight }) => weight),
    days.length,
    held,
  );
  return {
    ok: true,
    stints: (ends ?? []).map((end, index) =>
      units.slice(ends?.[index - 1] ?? 0, end).flatMap((unit) => unit.ids),
    ),
  };
}

/** The place in the book where a section ends: a part's is that of its last chapter. */
export function reachOf(book: readonly BookSection[], sectionId: number): number {
  const at = book.findIndex(({ id }) => id === sectionId);
  if (book[at]?.kind !== 'part') return at;
  let last = at;
  while (book[last + 1]?.kind === 'chapter') last++;
  return last;
}
