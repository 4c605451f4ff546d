import type { Member } from '#app/access/proofs.ts';
import type { EditNoteInput } from '#app/discussions/forms.ts';
import { noteEdits } from '#app/discussions/limits.server.ts';
import { noteOf } from '#app/discussions/notes/queries/notes.server.ts';
import {
  aboutInCircle,
  stampWithQuotes,
  whileSectionsGo,
} from '#app/discussions/notes/rows/stamp.server.ts';
import { lockThread, untake } from '#app/discussions/notes/rows/taken-back.server.ts';
import { isSameNote, mergedNote, type NoteContent } from '#app/discussions/rules/merging.ts';
import { holdAnew } from '#app/notifications/inbox/commands/hold-anew.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import type { Unshowable } from './post-note.server.ts';

/** Why a note is left as it is. */
export type NotChanged = 'no-note' | 'not-yours' | 'taken-back' | 'no-section';

/** A note as it stands now, beside what its author typed. */
export interface StandingNote extends NoteContent {
  html: string;
  version: number;
}

type Edited =
  | { ok: true }
  | { ok: false; reason: Unshowable | NotChanged }
  /** `sectionId`: what the form says of it, where its author chose, and else what it is now */
  | { ok: false; reason: 'changed'; theirs: StandingNote; sectionId: number | null };

/**
 * Changes a note of the member's own, keeping what it said before. What the form leaves as it was at
 * `form.version` stays as it is now; where both changed the same, the note is left alone and handed
 * back.
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
  const edit = async (tx: Tx): Promise<Edited> => {
    if (form.restore) await lockThread(tx, member, threadId);
    const note = await noteOf(tx, member, threadId, noteId).forUpdate('note').executeTakeFirst();
    if (!note) return { ok: false, reason: 'no-note' };
    if (note.author_id !== member.personId) return { ok: false, reason: 'not-yours' };
    if (note.taken_back_at && !form.restore) return { ok: false, reason: 'taken-back' };
    const standing = contentOf(note);
    const base = await contentAt(tx, member, noteId, form.version, note);
    const { body, quote, quotePage, about } = form;
    const before = (base ?? standing).sectionId;
    const sectionId = about === null ? before : about === 'none' ? null : about;
    const chosen = sectionId !== before;
    if (chosen && !(await aboutInCircle(tx, member, sectionId))) {
      return { ok: false, reason: 'no-section' };
    }
    const merged = mergedNote(base, standing, { body, quote, quotePage, sectionId });
    if (!merged) {
      const theirs = { ...standing, html: note.body_html, version: note.version };
      const asChosen = chosen ? sectionId : standing.sectionId;
      return { ok: false, reason: 'changed', theirs, sectionId: asChosen };
    }
    merged.sectionId = await stampWithQuotes(tx, member, merged.sectionId, note.quotes);
    if (note.taken_back_at) await untake(tx, member, threadId, noteId);
    if (isSameNote(merged, standing)) {
      if (note.taken_back_at) await holdAnew(tx, member, { noteId }, now);
      return { ok: true };
    }
    await keepVersion(tx, member, noteId, note, now);
    const edited = !isSameNote({ ...merged, sectionId: note.section_id }, standing);
    await tx
      .updateTable('note')
      .set({
        body: merged.body,
        quote: merged.quote,
        quote_page: merged.quotePage,
        section_id: merged.sectionId,
        version: note.version + 1,
        form_key: form.submissionKey ?? null,
        ...(merged.body !== note.body && { body_html: rendered.html }),
        ...(edited && { edited_at: now }),
      })
      .where(inCircle(member, 'note'))
      .where('id', '=', noteId)
      .execute();
    await noteEdits.count(tx, member.personId);
    if (note.taken_back_at || merged.sectionId !== note.section_id) {
      await holdAnew(tx, member, { noteId }, now);
    }
    return { ok: true };
  };
  return whileSectionsGo(() => db.transaction().execute(edit));
}

type NoteRow = NonNullable<Awaited<ReturnType<ReturnType<typeof noteOf>['executeTakeFirst']>>>;

const contentOf = ({
  body,
  quote,
  quote_page,
  section_id,
}: Pick<NoteRow, 'body' | 'quote' | 'quote_page' | 'section_id'>): NoteContent => ({
  body,
  quote,
  quotePage: quote_page,
  sectionId: section_id,
});

/** What the note was in the version that a form was made from; null when it had none such. */
async function contentAt(tx: Tx, member: Member, noteId: number, version: number, note: NoteRow) {
  if (version === note.version) return contentOf(note);
  const row = await tx
    .selectFrom('note_version')
    .select(['body', 'quote', 'quote_page', 'section_id'])
    .where(inCircle(member, 'note_version'))
    .where('note_id', '=', noteId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? contentOf(row) : null;
}

function keepVersion(tx: Tx, member: Member, noteId: number, note: NoteRow, now: Date) {
  return tx
    .insertInto('note_version')
    .values({
      circle_id: member.circleId,
      note_id: noteId,
      version: note.version,
      body: note.body,
      body_html: note.body_html,
      quote: note.quote,
      quote_page: note.quote_page,
      section_id: note.section_id,
      replaced_at: now,
    })
    .execute();
}
