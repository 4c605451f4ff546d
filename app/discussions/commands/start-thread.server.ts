import type { Member } from '#app/access/proofs.ts';
import { cardExists } from '#app/cards/queries/cards.server.ts';
import type { Unshowable } from '#app/discussions/notes/commands/post-note.server.ts';
import {
  aboutInCircle,
  stampOf,
  whileSectionsGo,
} from '#app/discussions/notes/rows/stamp.server.ts';
import { tellOfNote } from '#app/discussions/notes/rows/telling.server.ts';
import { type SavedFirst, writeNote } from '#app/discussions/notes/rows/write-note.server.ts';
import { digestOf, keyOfAnother } from '#app/discussions/rows/submission-key.server.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import type { StartThreadInput } from '../forms.ts';
import { threads } from '../limits.server.ts';

export type NoThread = Unshowable | 'no-section' | 'no-session' | 'no-card';

type Started =
  | { ok: true; threadId: number; noteId: number }
  | { ok: false; reason: NoThread }
  | SavedFirst;

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
  const { html } = rendered;
  return whileSectionsGo(() =>
    db.transaction().execute((tx) => startThreadIn(tx, member, { ...form, html }, now)),
  );
}

/** The same within a transaction, its text rendered. */
export async function startThreadIn(
  tx: Tx,
  member: Member,
  { html, ...form }: StartThreadInput & { html: string },
  now: Date,
): Promise<Started> {
  if (!(await aboutInCircle(tx, member, form.sectionId))) {
    return { ok: false, reason: 'no-section' };
  }
  if (!(await hasSession(tx, member, form.sessionId))) {
    return { ok: false, reason: 'no-session' };
  }
  const opened = await openThread(tx, member, form, now);
  if (!opened.ok) return opened;
  const { threadId } = opened;
  const sectionId = await stampOf(tx, member, null, form.sectionId, now);
  const note = { ...form, key: opened.key, about: null, quotes: [], html, sectionId };
  const written = await writeNote(tx, member, threadId, note, now);
  // Also undoes the thread.
  if (!written.ok) throw new Error('The key of a new thread is that of an earlier note.');
  if (!written.repeated) {
    await together(tx, (at) => [
      tellOfNote(at, member, threadId, written.noteId, now),
      threads.count(at, member.personId),
    ]);
  }
  return { ok: true, threadId, noteId: written.noteId };
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
async function openThread(
  tx: Tx,
  member: Member,
  form: StartThreadInput,
  now: Date,
): Promise<{ ok: true; threadId: number; key: string } | SavedFirst> {
  const { submissionKey, title, quote, quotePage, body, sectionId, sessionId, deck, card } = form;
  const digest = digestOf(title, body, quote, quotePage, sectionId, sessionId, deck, card);
  for (const key of [submissionKey, keyOfAnother(submissionKey, body)]) {
    const made = await insert(tx, member, form, { key, digest }, now);
    if (made !== null) return { ok: true, threadId: made, key };
    const earlier = await bySubmission(tx, member, key);
    const { id: threadId, submission_digest } = earlier;
    const same =
      submission_digest === null
        ? earlier.title === title && earlier.body === body && earlier.quote === quote
        : submission_digest === digest;
    if (same) return { ok: true, threadId, key };
    if (earlier.noteId !== null && (earlier.body === body || key !== submissionKey)) {
      return { ok: false, reason: 'saved-first', threadId, noteId: earlier.noteId };
    }
  }
  throw new Error('Both keys of a submission lead nowhere.');
}

async function insert(
  tx: Tx,
  member: Member,
  form: StartThreadInput,
  { key, digest }: { key: string; digest: string },
  now: Date,
) {
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
      submission_digest: digest,
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
    .select(['thread.id', 'thread.title', 'thread.submission_digest'])
    .select(['note.id as noteId', 'note.body', 'note.quote'])
    .where(inCircle({ circleId }, 'thread'))
    .where('thread.started_by', '=', personId)
    .where('thread.submission_key', '=', key)
    .forUpdate('thread')
    .executeTakeFirstOrThrow();
}
