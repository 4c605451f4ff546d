import { type Paged, pagesOf } from './pages.ts';
import type { SectionKind } from './section-name.ts';

/** Of a chapter in a book that names no pages at all. */
const TYPICAL_PAGES = 20;

export interface Weighable extends Paged {
  kind: SectionKind;
}

/**
 * How many pages each section asks for. What the book does not say is taken to be as long as its
 * middle section, so that a chapter without a page number is not taken for nothing; a part's heading
 * without pages asks for nothing.
 */
export function weighSections(sections: readonly Weighable[]): number[] {
  const known = sections
    .filter((section) => section.kind !== 'part' && isMeasured(section))
    .map((section) => pagesOf([section]))
    .sort((a, b) => a - b);
  const middle = known[Math.floor(known.length / 2)] ?? TYPICAL_PAGES;
  return sections.map((section) => {
    if (isMeasured(section)) return pagesOf([section]);
    if (section.kind !== 'part') return middle;
    return section.startPage === null ? 0 : 1;
  });
}

/** Whether a section's length is known: where one is guessed, a sum is only about right. */
export const isGuessed = (section: Weighable) => section.kind !== 'part' && !isMeasured(section);

const isMeasured = ({ startPage, endPage }: Paged) => startPage !== null && endPage !== null;

const HEADING_PAGES = 4;

/** Whether a section is a part's title page, which is read with what it heads. */
export const isHeading = ({ kind }: Weighable, pages: number) =>
  kind === 'part' && pages <= HEADING_PAGES;
