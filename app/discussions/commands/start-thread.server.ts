import type { Member } from '#app/access/proofs.ts';
import { cardExists } from '#app/cards/queries/cards.server.ts';
import type { Unshowable } from '#app/discussions/notes/commands/post-note.server.ts';
import { aboutInCircle, stampOf } from '#app/discussions/notes/rows/stamp.server.ts';
import { writeNote } from '#app/discussions/notes/rows/write-note.server.ts';
import { keyOfAnother } from '#app/discussions/rows/submission-key.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import type { StartThreadInput } from '../forms.ts';
import { threads } from '../limits.server.ts';

export type NoThread = Unshowable | 'no-section' | 'no-session' | 'no-card';

type Started = { ok: true; threadId: number; noteId: number } | { ok: false; reason: NoThread };

/**
 * Starts a thread with its first note. Sent twice, it is one thread.
 * @param options.now when it was started
 */
export async function startThread(
  member: Member,
  form: StartThreadInput,
  { now = new Date() } = {},
): Promise<Started> {
  if (form.deck && form.card && !(await cardExists(form.deck, form.card))) {
    return { ok: false, reason: 'no-card' };
  }
  const rendered = await renderMarkdown(form.body);
  if (!rendered.ok) return rendered;
  return db.transaction().execute(async (tx): Promise<Started> => {
    if (!(await aboutInCircle(tx, member, form.sectionId))) {
      return { ok: false, reason: 'no-section' };
    }
    if (!(await hasSession(tx, member, form.sessionId))) {
      return { ok: false, reason: 'no-session' };
    }
    const threadId = await openThread(tx, member, form, now);
    const sectionId = await stampOf(tx, member, null, form.sectionId, now);
    const note = { ...form, html: rendered.html, sectionId };
    const { noteId, repeated } = await writeNote(tx, member, threadId, note, now);
    if (!repeated) await threads.count(tx, member.personId);
    return { ok: true, threadId, noteId };
  });
}

async function hasSession(tx: Tx, member: Member, id: number | null) {
  if (id === null) return true;
  const row = await tx
    .selectFrom('session')
    .select('id')
    .where(inCircle(member, 'session'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** A new thread, or the one that this very submission made before. */
async function openThread(tx: Tx, member: Member, form: StartThreadInput, now: Date) {
  const { submissionKey, title, quote, body } = form;
  const made = await insert(tx, member, form, submissionKey, now);
  if (made !== null) return made;
  const earlier = await bySubmission(tx, member, submissionKey);
  if (earlier.title === title && earlier.body === body && earlier.quote === quote) {
    return earlier.id;
  }
  const key = keyOfAnother(submissionKey, title, quote, body);
  return (await insert(tx, member, form, key, now)) ?? (await bySubmission(tx, member, key)).id;
}

async function insert(tx: Tx, member: Member, form: StartThreadInput, key: string, now: Date) {
  const row = await tx
    .insertInto('thread')
    .values({
      circle_id: member.circleId,
      title: form.title,
      section_id: form.sectionId,
      session_id: form.sessionId,
      deck: form.card && form.deck,
      card: form.deck && form.card,
      started_by: member.personId,
      started_at: now,
      submission_key: key,
    })
    .onConflict((conflict) => conflict.columns(['started_by', 'submission_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A thread of the member's own by its key, locked, with the first note it was started with. */
function bySubmission(tx: Tx, { circleId, personId }: Member, key: string) {
  return tx
    .selectFrom('thread')
    .leftJoin('note', (join) =>
      join
        .on(joined('note.thread_id', 'thread.id'))
        .onRef('note.author_id', '=', 'thread.started_by')
        .onRef('note.submission_key', '=', 'thread.submission_key'),
    )
    .select(['thread.id', 'thread.title', 'note.body', 'note.quote'])
    .where(inCircle({ circleId }, 'thread'))
    .where('thread.started_by', '=', personId)
    .where('thread.submission_key', '=', key)
    .forUpdate('thread')
    .executeTakeFirstOrThrow();
}
