import type { Heading } from './contents-heading.ts';
import { withIdsOf } from './section-heirs.ts';
import { parseTableOfContents } from './table-of-contents.ts';

/** A section as it is being typed: everything is text until the book is saved. */
export interface DraftSection {
  /** of a section that is saved already, else '' */
  id: string;
  kind: string;
  label: string;
  title: string;
  page: string;
  /** the pasted line it came from, '' when typed by hand */
  line: string;
  /** why that line could not be read, until someone corrects or keeps it */
  reason: string;
}

export interface BookDraft {
  contents: string;
  sections: DraftSection[];
}

export const emptyRow: DraftSection = {
  id: '',
  kind: 'chapter',
  label: '',
  title: '',
  page: '',
  line: '',
  reason: '',
};

export const isEmpty = ({ id, label, title, page }: DraftSection) =>
  `${id}${label}${title}${page}`.trim() === '';

/** A pasted line that was not understood, and that nobody has corrected or kept since. */
export const isUnread = ({ reason, title, line, page }: DraftSection) =>
  reason !== '' && title.trim() === line && page.trim() === '';

/**
 * The rows after a button of the form was pressed: 'read', 'add-row', 'up:3', 'down:3', 'remove:3',
 * 'keep:3'. An unknown step changes nothing.
 */
export function takeStep<D extends BookDraft>(draft: D, step: string): D {
  const [verb, place] = step.split(':');
  const at = Number(place);
  const rows = [...draft.sections];
  const row = rows[at];
  if (verb === 'read') return { ...draft, sections: readContents(draft) };
  if (verb === 'add-row') rows.push(emptyRow);
  else if (!row) return draft;
  else if (verb === 'remove') rows.splice(at, 1);
  else if (verb === 'keep') rows[at] = { ...row, reason: '' };
  else if (verb === 'up' || verb === 'down') {
    const to = verb === 'up' ? at - 1 : at + 1;
    if (to < 0 || to >= rows.length) return draft;
    rows.splice(at, 1);
    rows.splice(to, 0, row);
  }
  return { ...draft, sections: rows };
}

/**
 * Rows typed by hand stay, first; rows of an earlier reading of the pasted text are read anew. A row
 * of the same name as a saved section is that section.
 */
function readContents({ contents, sections }: BookDraft): DraftSection[] {
  const kept = sections.filter((row) => (row.line === '' || row.id !== '') && !isEmpty(row));
  const pasted = parseTableOfContents(contents).map(({ text, section, reason }) =>
    section
      ? { ...rowOf(section), line: text }
      : { ...emptyRow, title: text, line: text, reason: reason ?? '' },
  );
  const saved = kept.flatMap((row) => (row.id ? [{ ...row, id: Number(row.id) }] : []));
  const named = withIdsOf(
    saved,
    pasted.map((row) => ({ ...row, id: undefined as number | undefined })),
  ).map((row) => ({ ...row, id: row.id === undefined ? '' : String(row.id) }));
  const taken = new Set(named.flatMap(({ id }) => id || []));
  return [...kept.filter(({ id }) => !taken.has(id)), ...named];
}

const rowOf = (section: Heading & { startPage: number | null }): DraftSection => ({
  ...emptyRow,
  kind: section.kind,
  label: section.label,
  title: section.title,
  page: section.startPage === null ? '' : String(section.startPage),
});

/**
 * A corrected line is read again, so that '3. Tech Lead … 41' typed into its title becomes a number,
 * a title and a page.
 */
export function settled(row: DraftSection): DraftSection {
  if (row.reason === '' || isUnread(row)) return row;
  const [entry] = row.page || row.label ? [] : parseTableOfContents(row.title);
  const read = entry?.section;
  return read?.startPage || read?.label
    ? { ...rowOf(read), id: row.id, line: row.line }
    : { ...row, reason: '' };
}

interface SavedBook {
  title: string;
  subtitle: string;
  author: string;
  isbn: string | null;
  sections: readonly (Heading & { id: number; startPage: number | null; endPage: number | null })[];
}

/** A saved book as its form shows it for changing. */
export function draftOfBook({ title, subtitle, author, isbn, sections }: SavedBook) {
  const lastPage = sections.findLast(({ startPage }) => startPage !== null)?.endPage;
  return {
    title,
    subtitle,
    author,
    isbn: isbn ?? '',
    lastPage: lastPage ? String(lastPage) : '',
    sections: sections.map((section) => ({ ...rowOf(section), id: String(section.id) })),
  };
}
