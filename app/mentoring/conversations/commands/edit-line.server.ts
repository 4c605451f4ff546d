import type { Partner } from '#app/access/proofs.ts';
import type { Unshowable } from '#app/discussions/notes/commands/post-note.server.ts';
import type { EditLineInput } from '#app/mentoring/conversations/forms.ts';
import { lineOf } from '#app/mentoring/conversations/queries/lines.server.ts';
import {
  lockConversation,
  type Shut,
} from '#app/mentoring/conversations/rows/locked-conversation.server.ts';
import { lineEdits } from '#app/mentoring/limits.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { db } from '#db/database.server.ts';

/** A note as it stands now, beside what its author typed. */
export interface StandingLine {
  html: string;
  version: number;
}

type Edited =
  | { ok: true }
  | { ok: false; reason: Unshowable | Shut | 'no-note' | 'not-yours' | 'taken-back' }
  | { ok: false; reason: 'changed'; theirs: StandingLine };

/**
 * Changes a note of the viewer's own, keeping what it said before. Where it changed since
 * `form.version` it is left alone and handed back.
 */
export async function editLine(
  partner: Partner,
  noteId: number,
  form: Pick<EditLineInput, 'body' | 'version' | 'submissionKey'>,
  { now = new Date() } = {},
): Promise<Edited> {
  const rendered = await renderMarkdown(form.body);
  if (!rendered.ok) return rendered;
  return db.transaction().execute(async (tx): Promise<Edited> => {
    const shut = await lockConversation(tx, partner, 'write');
    const note = await lineOf(tx, partner, noteId).forUpdate('note').executeTakeFirst();
    if (!note) return { ok: false, reason: 'no-note' };
    if (note.author_id !== partner.personId) return { ok: false, reason: 'not-yours' };
    if (note.taken_back_at) return { ok: false, reason: 'taken-back' };
    if (note.body === form.body) return { ok: true };
    if (shut) return { ok: false, reason: shut };
    if (note.version !== form.version) {
      const theirs = { html: note.body_html, version: note.version };
      return { ok: false, reason: 'changed', theirs };
    }
    await tx
      .insertInto('conversation_note_version')
      .values({
        ...{ note_id: noteId, version: note.version, replaced_at: now },
        ...{ body: note.body, body_html: note.body_html },
      })
      .execute();
    await tx
      .updateTable('conversation_note')
      .set({
        ...{ body: form.body, body_html: rendered.html, version: note.version + 1 },
        ...{ edited_at: now, form_key: form.submissionKey ?? null },
      })
      .where('id', '=', noteId)
      .execute();
    await lineEdits.count(tx, partner.personId);
    return { ok: true };
  });
}
