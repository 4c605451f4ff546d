import type { EditNoteInput } from '#app/discussions/forms.ts';
import type { StandingNote } from '#app/discussions/notes/commands/edit-note.server.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';

/**
 * The answer to an edit of a note that changed meanwhile: what was typed stays in the fields, and
 * what the note says now stands beside. Sending again is a choice made with both in view.
 */
export function changedReply(form: EditNoteInput, theirs: StandingNote) {
  const { body, quote, quotePage, about } = form;
  const values: Record<string, unknown> = { body, quote, quotePage, about: about ?? undefined };
  return { form: { values, errors: {} } satisfies FormReply, theirs };
}
