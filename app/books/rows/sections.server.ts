import type { SectionView } from '#app/books/queries/section-view.ts';
import type { SectionKind } from '#app/books/rules/section-name.ts';

export const sectionColumns = [
  'section.id',
  'section.kind',
  'section.label',
  'section.title',
  'section.start_page',
  'section.end_page',
] as const;

export interface SectionRow {
  id: number;
  kind: string;
  label: string;
  title: string;
  start_page: number | null;
  end_page: number | null;
}

export function asSection(row: SectionRow): SectionView {
  return {
    id: row.id,
    kind: row.kind as SectionKind,
    label: row.label,
    title: row.title,
    startPage: row.start_page,
    endPage: row.end_page,
  };
}
