import {
  isGuessed,
  isHeading,
  type Weighable,
  weighSections,
} from '#app/books/rules/section-weight.ts';
import type { Pause } from './pace.ts';
import type { PlanTyped } from './plan-draft.ts';
import { type BookSection, reachOf } from './stints.ts';

/** A plan as its picture shows it, read from a form in which anything may be typed. In the browser. */
export interface Picture {
  startsOn: string;
  pace: number;
  pauses: Pause[];
  stints: PictureStint[];
  /** meetings without reading */
  recapOn: string;
  wrapOn: string;
}

export interface PictureStint {
  /** the key of its milestone's row */
  key: string;
  /** '' while it is not typed */
  dueOn: string;
  title: string;
  sections: PictureSection[];
  pages: number;
  /** some of its lengths are guessed */
  about: boolean;
  /** fixed points whose section ends here, kept or not */
  fixed: { section: PictureSection; by: string; kept: boolean }[];
}

export interface PictureSection extends BookSection {
  label: string;
  title: string;
  pages: number;
  isHeading: boolean;
}

type Named = BookSection & Weighable & { label: string; title: string };

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function pictureOf(typed: PlanTyped, book: readonly Named[]): Picture {
  const weights = weighSections(book);
  const sections = book.map((section, at): PictureSection => {
    const pages = weights[at] ?? 0;
    return { ...section, pages, isHeading: isHeading(section, pages) };
  });
  const choice = new Map(typed.sections.map(({ id, milestone }) => [id, milestone]));
  const stints = typed.milestones.map(({ key, dueOn, title }): PictureStint => {
    const own = sections.filter(({ id }) => key !== '' && choice.get(String(id)) === key);
    return {
      key,
      dueOn: DATE.test(dueOn) ? dueOn : '',
      title,
      sections: own,
      pages: own.reduce((sum, { pages }) => sum + pages, 0),
      about: own.some(isGuessed),
      fixed: [],
    };
  });
  stints.sort((a, b) => (a.dueOn || '9').localeCompare(b.dueOn || '9'));
  for (const { section, by } of typed.fixed) {
    const from = book.findIndex(({ id }) => String(id) === section);
    const fixedSection = sections[from];
    if (!fixedSection || !DATE.test(by)) continue;
    const reach = new Set(
      sections.slice(0, reachOf(book, fixedSection.id) + 1).map(({ id }) => id),
    );
    const last = stints.findLast((stint) => stint.sections.some(({ id }) => reach.has(id)));
    last?.fixed.push({ section: fixedSection, by, kept: last.dueOn !== '' && last.dueOn <= by });
  }
  return {
    startsOn: DATE.test(typed.startsOn) ? typed.startsOn : '',
    pace: Number(typed.pace) || 0,
    pauses: typed.pauses.flatMap(({ label, from, to }) =>
      DATE.test(from) ? [{ label, from, to: DATE.test(to) && to >= from ? to : from }] : [],
    ),
    stints,
    recapOn: DATE.test(typed.recapOn) ? typed.recapOn : '',
    wrapOn: DATE.test(typed.wrapOn) ? typed.wrapOn : '',
  };
}

/** Whether any length in the book is known: without one, pages say nothing. */
export const hasPages = (book: readonly Weighable[]) =>
  book.some(({ startPage }) => startPage !== null);

/**
 * Where the border between two stints can stand, as how many of their sections the first one has. A
 * part's title page is not left behind by what it heads, and neither stint is emptied.
 */
export function bordersBetween(
  first: readonly PictureSection[],
  second: readonly PictureSection[],
): { sections: PictureSection[]; at: number; places: number[] } {
  const sections = [...first, ...second];
  const places = sections.flatMap((_, index) =>
    index > 0 && !sections[index - 1]?.isHeading ? [index] : [],
  );
  return { sections, at: first.length, places };
}
