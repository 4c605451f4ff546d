import type { Member } from '#app/access/proofs.ts';
import { keyOfAnother } from '#app/discussions/rows/submission-key.server.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export interface NewNote {
  body: string;
  quote: string;
  quotePage: string;
  submissionKey: string;
  html: string;
  /** the section it is about; null when it spoils nothing */
  sectionId: number | null;
}

/**
 * Adds a note to a thread whose row the caller has locked: that lock is what makes identities rise
 * in the order in which readers can see the notes. The same text sent twice is one note.
 * @returns its id, and whether it was there already
 */
export async function writeNote(
  tx: Tx,
  member: Member,
  threadId: number,
  note: NewNote,
  now: Date,
): Promise<{ noteId: number; repeated: boolean }> {
  const first = await insert(tx, member, threadId, note, note.submissionKey, now);
  if (first !== null) return { noteId: first, repeated: false };

  const earlier = await bySubmission(tx, member, note.submissionKey);
  if (
    earlier?.thread_id === threadId &&
    earlier.body === note.body &&
    earlier.quote === note.quote
  ) {
    return { noteId: earlier.id, repeated: true };
  }
  const key = keyOfAnother(note.submissionKey, threadId, note.quote, note.body);
  const second = await insert(tx, member, threadId, note, key, now);
  if (second !== null) return { noteId: second, repeated: false };
  const again = await bySubmission(tx, member, key);
  if (!again) throw new Error('A submission key is taken by no note.');
  return { noteId: again.id, repeated: true };
}

async function insert(
  tx: Tx,
  { circleId, personId }: Member,
  threadId: number,
  { body, html, quote, quotePage, sectionId }: NewNote,
  key: string,
  now: Date,
): Promise<number | null> {
  const row = await tx
    .insertInto('note')
    .values({
      circle_id: circleId,
      thread_id: threadId,
      author_id: personId,
      body,
      body_html: html,
      quote,
      quote_page: quotePage,
      section_id: sectionId,
      posted_at: now,
      submission_key: key,
    })
    .onConflict((conflict) => conflict.columns(['author_id', 'submission_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return null;
  await tx
    .updateTable('thread')
    .set((eb) => ({
      note_count: eb('note_count', '+', 1),
      last_note_id: row.id,
      last_note_at: now,
    }))
    .where(inCircle({ circleId }, 'thread'))
    .where('id', '=', threadId)
    .execute();
  return row.id;
}

function bySubmission(tx: Tx, { circleId, personId }: Member, key: string) {
  return tx
    .selectFrom('note')
    .select(['id', 'thread_id', 'body', 'quote'])
    .where(inCircle({ circleId }, 'note'))
    .where('author_id', '=', personId)
    .where('submission_key', '=', key)
    .executeTakeFirst();
}
