import type { Paged } from '#app/books/rules/pages.ts';

/**
 * A reader's line: which sections of a book they have behind them. Notes about the others are folded
 * for them. queries/sections-by-line.server.ts says the same in SQL; a test holds the two together.
 * Without imports that run: views use it in the browser.
 */
export interface LineSection extends Paged {
  id: number;
}

/** What a person has said of their progress: at most one of page and percent, 0 percent when they
 * have not begun. */
export interface SaidProgress {
  read: readonly number[];
  page: number | null;
  percent: number | null;
}

/** The plan of a reading, as far as the line asks. */
export interface PlanSoFar {
  /** sections of milestones due before today */
  due: readonly number[];
  /** sections of any milestone */
  planned: readonly number[];
}

export const nothingSaid: SaidProgress = { read: [], page: null, percent: null };

export const saidAnything = ({ read, page, percent }: SaidProgress) =>
  read.length > 0 || page !== null || percent !== null;

/**
 * The sections, of `sections` in the book's order, within a reader's line. Who has said nothing is
 * taken to be with the circle: where its plan is.
 */
export function withinLine(
  sections: readonly LineSection[],
  said: SaidProgress,
  plan: PlanSoFar,
): Set<number> {
  const within = saidAnything(said) ? bySaying(sections, said) : byPlan(sections, plan);
  return new Set(sections.filter((_, index) => within(index)).map(({ id }) => id));
}

function bySaying(sections: readonly LineSection[], { read, page, percent }: SaidProgress) {
  const marked = new Set(read);
  const last = lastPageOf(sections);
  const reached = page ?? (percent === null ? 0 : Math.floor((percent * last) / 100));
  const ended = (section: LineSection | undefined) =>
    section?.endPage != null && section.endPage <= reached;
  const lastEnded = sections.findLastIndex(ended);
  return (index: number) => {
    const section = sections[index];
    if (!section) return false;
    if (marked.has(section.id) || percent === 100) return true;
    // Without an end, a section counts as read once a later one is.
    if (section.endPage !== null ? ended(section) : index < lastEnded) return true;
    return last === 0 && percent !== null && (index + 1) * 100 <= percent * sections.length;
  };
}

function byPlan(sections: readonly LineSection[], { due, planned }: PlanSoFar) {
  const [isDue, isPlanned] = [new Set(due), new Set(planned)];
  const lastDue = sections.findLastIndex(({ id }) => isDue.has(id));
  return (index: number) => {
    const id = sections[index]?.id ?? 0;
    // What the plan passes over is read with what follows it.
    return isDue.has(id) || (!isPlanned.has(id) && index < lastDue);
  };
}

/** The last page that any section names; 0 when none does. */
const lastPageOf = (sections: readonly LineSection[]) =>
  Math.max(0, ...sections.map(({ startPage, endPage }) => endPage ?? startPage ?? 0));

/** The furthest section within a line, in the book's order; null when there is none. */
export function furthest<S extends LineSection>(
  sections: readonly S[],
  within: ReadonlySet<number>,
): S | null {
  return sections.findLast(({ id }) => within.has(id)) ?? null;
}
