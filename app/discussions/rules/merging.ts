/** What a note consists of, as far as its author decides. */
export interface NoteContent {
  body: string;
  quote: string;
  quotePage: string;
  /** the section it is about; null when it spoils nothing */
  sectionId: number | null;
}

const fields = ['body', 'quote', 'quotePage', 'sectionId'] as const;

/**
 * What a note is to be, by a form that was made from `base` when the note has become `now`: a field
 * that the form left as it was stays as it is now. Null when both changed one, to different things;
 * where it is not known what the form was made from, it is taken to have changed everything.
 */
export function mergedNote(
  base: NoteContent | null,
  now: NoteContent,
  form: NoteContent,
): NoteContent | null {
  const merged = { ...now };
  for (const field of fields) {
    if (form[field] === base?.[field] || form[field] === now[field]) continue;
    if (now[field] !== base?.[field]) return null;
    Object.assign(merged, { [field]: form[field] });
  }
  return merged;
}

export const isSameNote = (a: NoteContent, b: NoteContent) =>
  fields.every((field) => a[field] === b[field]);
