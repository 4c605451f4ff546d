import type { SectionKind } from '#app/books/rules/section-name.ts';

/** A section of a book as its readers see it. */
export interface SectionView {
  id: number;
  kind: SectionKind;
  label: string;
  title: string;
  startPage: number | null;
  endPage: number | null;
}
