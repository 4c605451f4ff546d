import type { SectionView } from '#app/books/queries/section-view.ts';
import { sectionsInWords } from '#app/books/rules/section-name.ts';
import { furthest } from './line.ts';
import { readingFor } from './standing.ts';

/** What someone reads for now; one tap says that they have read it. */
export interface NextToRead {
  /** the last section of its milestone */
  sectionId: number;
  /** what of it they have not read: 'Chapters 4 and 5' */
  words: string;
  /** 'YYYY-MM-DD' */
  dueOn: string;
}

/** The first milestone that is not behind someone whole; null when all are. */
export function nextToRead(
  milestones: readonly { dueOn: string; sections: readonly SectionView[] }[],
  sections: readonly SectionView[],
  within: ReadonlySet<number>,
): NextToRead | null {
  const next = readingFor(milestones, within);
  const last = next && furthest(sections, new Set(next.sections.map(({ id }) => id)));
  if (!next || !last) return null;
  const unread = next.sections.filter(({ id }) => !within.has(id));
  return { sectionId: last.id, words: sectionsInWords(unread), dueOn: next.dueOn };
}
