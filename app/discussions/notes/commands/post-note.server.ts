import type { Member } from '#app/access/proofs.ts';
import type { PostNoteInput } from '#app/discussions/forms.ts';
import { notes } from '#app/discussions/limits.server.ts';
import {
  aboutInCircle,
  stampOf,
  stampWithQuotes,
  whileSectionsGo,
} from '#app/discussions/notes/rows/stamp.server.ts';
import { tellOfNote } from '#app/discussions/notes/rows/telling.server.ts';
import { type SavedFirst, writeNote } from '#app/discussions/notes/rows/write-note.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** Why a text cannot become a note, as `whyNot` says it to its author. */
export type Unshowable = 'tangled' | 'empty' | 'busy';

type Posted =
  | { ok: true; noteId: number }
  | { ok: false; reason: Unshowable | 'no-thread' | 'no-section' }
  | SavedFirst;

/**
 * Adds a note to a thread of the circle. Sent twice, it is one note.
 * @param options.now when it was posted
 */
export async function postNote(
  member: Member,
  threadId: number,
  form: PostNoteInput,
  { now = new Date() } = {},
): Promise<Posted> {
  const rendered = await renderMarkdown(form.body);
  if (!rendered.ok) return rendered;
  const post = async (tx: Tx): Promise<Posted> => {
    const thread = await tx
      .selectFrom('thread')
      .select(['id', 'section_id'])
      .where(inCircle(member, 'thread'))
      .where('id', '=', threadId)
      .forUpdate()
      .executeTakeFirst();
    if (!thread) return { ok: false, reason: 'no-thread' };
    if (!(await aboutInCircle(tx, member, form.about))) return { ok: false, reason: 'no-section' };
    const quotes = form.quotes ?? [];
    const stamp = await stampOf(tx, member, form.about, thread.section_id, now);
    const sectionId = await stampWithQuotes(tx, member, stamp, quotes);
    const note = { ...form, quotes, html: rendered.html, sectionId };
    const written = await writeNote(tx, member, threadId, note, now);
    if (written.ok && !written.repeated) {
      await together(tx, (at) => [
        tellOfNote(at, member, threadId, written.noteId, now),
        notes.count(at, member.personId),
      ]);
    }
    return written;
  };
  return whileSectionsGo(() => db.transaction().execute(post));
}
