import type { EditNoteInput } from '#app/discussions/forms.ts';
import type { StandingNote } from '#app/discussions/notes/commands/edit-note.server.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';

/**
 * The answer to an edit of a note that changed meanwhile: what was typed stays in the fields, and
 * what the note says now stands beside. Sending again is a choice made with both in view.
 * @param sectionId what the note is to be about: what is so now, unless its author chose otherwise
 */
export function changedReply(
  { body, quote, quotePage }: EditNoteInput,
  { theirs, sectionId }: { theirs: StandingNote; sectionId: number | null },
) {
  const about = sectionId === null ? 'none' : String(sectionId);
  const values: Record<string, unknown> = { body, quote, quotePage, about };
  return { form: { values, errors: {} } satisfies FormReply, theirs };
}
