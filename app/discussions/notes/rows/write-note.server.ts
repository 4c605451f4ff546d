import type { Member } from '#app/access/proofs.ts';
import type { About } from '#app/discussions/forms.ts';
import { digestOf, keyOfAnother } from '#app/discussions/rows/submission-key.server.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export interface NewNote {
  body: string;
  quote: string;
  quotePage: string;
  /** as it was chosen; `sectionId` is what that comes to */
  about: About;
  /** the notes it quotes */
  quotes: number[];
  submissionKey: string;
  /** what the note is known by, when that is another one */
  key?: string;
  html: string;
  /** the section it is about; null when it spoils nothing */
  sectionId: number | null;
}

/** What an earlier submission with the same key made, of the same text: something else about it differs. */
export interface SavedFirst {
  ok: false;
  reason: 'saved-first';
  threadId: number;
  noteId: number;
}

type Written = { ok: true; noteId: number; repeated: boolean } | SavedFirst;

/**
 * Adds a note to a thread whose row the caller has locked: that lock is what makes identities rise
 * in the order in which readers can see the notes. The same note sent twice is one note; another text
 * under its key is another note, and the same text with something else beside it is handed back.
 */
export async function writeNote(
  tx: Tx,
  member: Member,
  threadId: number,
  note: NewNote,
  now: Date,
): Promise<Written> {
  const { submissionKey, body, quote, quotePage, about } = note;
  const digest = digestOf(threadId, body, quote, quotePage, about, note.quotes.join());
  const first = note.key ?? submissionKey;
  for (const key of [first, keyOfAnother(first, body)]) {
    const noteId = await insert(tx, member, threadId, { ...note, digest }, key, now);
    if (noteId !== null) return { ok: true, noteId, repeated: false };
    const earlier = await bySubmission(tx, member, key);
    if (!earlier) throw new Error('A submission key is taken by no note.');
    const same =
      earlier.submission_digest === null
        ? isSame(earlier, threadId, note)
        : earlier.submission_digest === digest;
    if (same) return { ok: true, noteId: earlier.id, repeated: true };
    const { id, thread_id } = earlier;
    if (earlier.body === body || key !== first) {
      return { ok: false, reason: 'saved-first', threadId: thread_id, noteId: id };
    }
  }
  throw new Error('Both keys of a submission lead nowhere.');
}

/** For notes from before digests were kept. */
const isSame = (
  earlier: { thread_id: number; body: string; quote: string; quote_page: string },
  threadId: number,
  { body, quote, quotePage }: NewNote,
) =>
  earlier.thread_id === threadId &&
  earlier.body === body &&
  earlier.quote === quote &&
  earlier.quote_page === quotePage;

async function insert(
  tx: Tx,
  { circleId, personId }: Member,
  threadId: number,
  {
    submissionKey,
    body,
    html,
    quote,
    quotePage,
    quotes,
    sectionId,
    digest,
  }: NewNote & { digest: string },
  key: string,
  now: Date,
): Promise<number | null> {
  const row = await tx
    .with('made', (cte) =>
      cte
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
          quotes,
          posted_at: now,
          submission_key: key,
          submission_digest: digest,
          form_key: submissionKey,
        })
        .onConflict((conflict) => conflict.columns(['author_id', 'submission_key']).doNothing())
        .returning('id'),
    )
    // Writing in a thread follows it, also one that was muted.
    .with('follows', (cte) =>
      cte
        .insertInto('thread_following')
        .columns(['circle_id', 'thread_id', 'person_id', 'muted', 'by_hand', 'at'])
        .expression(({ selectFrom, val }) =>
          selectFrom('made').select([
            val(circleId).as('circle_id'),
            val(threadId).as('thread_id'),
            val(personId).as('person_id'),
            val(false).as('muted'),
            val(false).as('by_hand'),
            val(now).as('at'),
          ]),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['circle_id', 'thread_id', 'person_id'])
            .doUpdateSet({ muted: false, by_hand: false })
            .where('thread_following.muted', '=', true),
        ),
    )
    .updateTable('thread')
    .from('made')
    .set((eb) => ({
      note_count: eb('note_count', '+', 1),
      last_note_id: eb.ref('made.id'),
      last_note_at: now,
    }))
    .where(inCircle({ circleId }, 'thread'))
    .where('thread.id', '=', threadId)
    .returning('made.id')
    .executeTakeFirst();
  return row?.id ?? null;
}

function bySubmission(tx: Tx, { circleId, personId }: Member, key: string) {
  return tx
    .selectFrom('note')
    .select(['id', 'thread_id', 'body', 'quote', 'quote_page', 'submission_digest'])
    .where(inCircle({ circleId }, 'note'))
    .where('author_id', '=', personId)
    .where('submission_key', '=', key)
    .executeTakeFirst();
}
