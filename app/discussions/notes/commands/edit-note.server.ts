import type { Member } from '#app/access/proofs.ts';
import type { EditNoteInput } from '#app/discussions/forms.ts';
import { noteEdits } from '#app/discussions/limits.server.ts';
import { noteOf } from '#app/discussions/notes/queries/notes.server.ts';
import { aboutInCircle } from '#app/discussions/notes/rows/stamp.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import type { Unshowable } from './post-note.server.ts';

/** Why a note is left as it is. */
export type NotChanged = 'no-note' | 'not-yours' | 'taken-back' | 'no-section';

/** A note as it stands now, beside what someone else typed. */
export interface StandingNote {
  body: string;
  html: string;
  quote: string;
  quotePage: string;
  version: number;
}

type Edited =
  | { ok: true }
  | { ok: false; reason: Unshowable | NotChanged }
  | { ok: false; reason: 'changed'; theirs: StandingNote };

/**
 * Changes a note of the member's own, keeping what it said before. A note that changed since
 * `form.version` is left alone and handed back.
 * @param options.now when it was changed
 */
export async function editNote(
  member: Member,
  threadId: number,
  noteId: number,
  form: EditNoteInput,
  { now = new Date() } = {},
): Promise<Edited> {
  const rendered = await renderMarkdown(form.body);
  if (!rendered.ok) return rendered;
  return db.transaction().execute(async (tx): Promise<Edited> => {
    const note = await noteOf(tx, member, threadId, noteId).forUpdate('note').executeTakeFirst();
    if (!note) return { ok: false, reason: 'no-note' };
    if (note.author_id !== member.personId) return { ok: false, reason: 'not-yours' };
    if (note.taken_back_at) return { ok: false, reason: 'taken-back' };
    if (!(await aboutInCircle(tx, member, form.about))) return { ok: false, reason: 'no-section' };
    const { body, quote, quotePage, about } = form;
    const sectionId = about === null ? note.section_id : about === 'none' ? null : about;
    const row = () =>
      tx.updateTable('note').where(inCircle(member, 'note')).where('id', '=', noteId);
    if (note.body === body && note.quote === quote && note.quote_page === quotePage) {
      await row().set({ section_id: sectionId }).execute();
      return { ok: true };
    }
    if (note.version !== form.version) {
      const { version } = note;
      const theirs = { body: note.body, html: note.body_html, quote: note.quote, version };
      return { ok: false, reason: 'changed', theirs: { ...theirs, quotePage: note.quote_page } };
    }
    await tx
      .insertInto('note_version')
      .values({
        circle_id: member.circleId,
        note_id: noteId,
        version: note.version,
        body: note.body,
        body_html: note.body_html,
        quote: note.quote,
        quote_page: note.quote_page,
        replaced_at: now,
      })
      .execute();
    await row()
      .set({
        body,
        body_html: rendered.html,
        quote,
        quote_page: quotePage,
        section_id: sectionId,
        version: note.version + 1,
        edited_at: now,
      })
      .execute();
    await noteEdits.count(tx, member.personId);
    return { ok: true };
  });
}
