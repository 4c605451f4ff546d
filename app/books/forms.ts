import { z } from 'zod';
import {
  type DraftSection,
  isEmpty,
  isUnread,
  settled,
  takeStep,
} from '#app/books/rules/book-draft.ts';
import { readIsbn } from '#app/books/rules/isbn.ts';
import type { SectionKind } from '#app/books/rules/section-name.ts';
import { MOST_SECTIONS } from '#app/books/rules/table-of-contents.ts';
import { sectionsNeeded } from '#app/books/words.ts';
import {
  line,
  optionalLine,
  submissionKey,
  typedVersion,
} from '#app/platform/forms/fields.server.ts';

const typed = z.string().default('');

// Every line that is read becomes a row of the page.
const MOST_LINES = 1_000;
const isShort = (pasted: string) => pasted.split('\n', MOST_LINES + 1).length <= MOST_LINES;

const Draft = z.object({
  /** the button that was pressed, '' to save */
  step: typed,
  submissionKey: typed,
  version: typedVersion,
  title: typed,
  subtitle: typed,
  author: typed,
  isbn: typed,
  contents: z
    .string()
    .max(60_000, 'That is more than a table of contents.')
    .refine(isShort, 'That is more than a table of contents: paste up to 1,000 lines of it.')
    .default(''),
  lastPage: typed,
  sections: z
    .array(
      z.object({
        id: typed,
        kind: typed,
        label: typed,
        title: typed,
        page: typed,
        line: typed,
        reason: typed,
      }),
    )
    .max(MOST_SECTIONS + 100, `A book holds up to ${MOST_SECTIONS} sections here.`)
    .default([]),
});

type Draft = z.output<typeof Draft>;

const pageNumber = z
  .string()
  .trim()
  .regex(/^\d{0,5}$/, 'A page is a whole number. Leave out pages before page 1.')
  .transform((value) => Number(value) || null);

const Book = z.object({
  version: typedVersion.transform(Number),
  title: line(200, 'Give the book its title.'),
  subtitle: optionalLine(200),
  author: optionalLine(200),
  isbn: z
    .string()
    .trim()
    .transform((value) => (value === '' ? null : (readIsbn(value) ?? undefined)))
    .refine((value) => value !== undefined, 'This is no ISBN: a digit may be wrong or missing.')
    .transform((value) => value ?? null),
  lastPage: pageNumber,
});

const Section = z.object({
  id: z
    .string()
    .regex(/^\d{0,15}$/)
    .transform((value) => Number(value) || undefined),
  kind: z.enum(['front', 'part', 'chapter', 'back'], 'Choose what it is.'),
  label: optionalLine(20),
  title: line(300, 'Give this section its title, or remove it.'),
  page: pageNumber,
});

export interface SectionInput {
  id?: number | undefined;
  kind: SectionKind;
  label: string;
  title: string;
  startPage: number | null;
}

export type BookInput = z.output<typeof Book> & {
  /** of a book that is entered, '' for one that is changed: that has a version */
  submissionKey: string;
  sections: SectionInput[];
};

/**
 * The book's form. Its buttons change the rows and save nothing: then `next` is the form as it is to
 * be shown. Without a step, `book` is what is to be saved.
 */
export const BookSchema = Draft.transform((draft, context) => {
  const unreadPaste = draft.contents.trim() !== '' && !draft.sections.some(({ line }) => line);
  const step = draft.step || (unreadPaste ? 'read' : '');
  if (step) return { step, next: { ...takeStep(draft, step), step: '' }, book: null };
  const checked = check(draft);
  for (const { path, message } of checked.problems) {
    context.issues.push({ code: 'custom', path, message, input: draft });
  }
  return checked.book ? { step, next: null, book: checked.book, draft } : z.NEVER;
});

interface Problem {
  path: (string | number)[];
  message: string;
}

function check(draft: Draft): { book: BookInput | null; problems: Problem[] } {
  const book = Book.safeParse(draft);
  const key = draft.version === '' ? submissionKey.safeParse(draft.submissionKey) : null;
  const problems: Problem[] = [...(book.error?.issues ?? []), ...(key?.error?.issues ?? [])].map(
    asProblem([]),
  );
  const sections: SectionInput[] = [];
  let above = 0;
  draft.sections.forEach((row, index) => {
    if (isEmpty(row)) return;
    const at = ['sections', index];
    if (isUnread(row)) {
      const message = 'Correct this, keep it as a section, or remove it.';
      problems.push({ path: [...at, 'title'], message });
      return;
    }
    const section = Section.safeParse(settled(row));
    problems.push(...(section.error?.issues ?? []).map(asProblem(at)));
    if (!section.data) return;
    const { page, ...rest } = section.data;
    if (page !== null && page < above) {
      const message = `Page ${page} comes before page ${above}, where a section above begins.`;
      problems.push({ path: [...at, 'page'], message });
    }
    above = Math.max(above, page ?? 0);
    sections.push({ ...rest, startPage: page });
  });
  if (!draft.sections.some((row: DraftSection) => !isEmpty(row))) {
    problems.push({ path: ['sections'], message: sectionsNeeded });
  } else if (sections.length > MOST_SECTIONS) {
    const message = `A book holds up to ${MOST_SECTIONS} sections here.`;
    problems.push({ path: ['sections'], message });
  }
  const lastPage = pageNumber.safeParse(draft.lastPage).data;
  if (lastPage && lastPage < above) {
    const message = `The last section begins on page ${above}.`;
    problems.push({ path: ['lastPage'], message });
  }
  if (problems.length > 0 || !book.data) return { book: null, problems };
  return { book: { ...book.data, submissionKey: key?.data ?? '', sections }, problems };
}

const asProblem =
  (at: (string | number)[]) =>
  (issue: z.core.$ZodIssue): Problem => ({
    path: [...at, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))],
    message: issue.message,
  });
