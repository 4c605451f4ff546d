import type { Member } from '#app/access/proofs.ts';
import { db, type Executor } from '#db/database.server.ts';
import { addressOfNote } from '../addresses.ts';

/**
 * Where a note is read: the page of its thread that holds it. Null when the thread has no such
 * note; one that was taken back still has its place.
 */
export async function noteAddress(
  member: Member,
  threadId: number,
  noteId: number,
): Promise<string | null> {
  const row = await db
    .selectFrom('note')
    .select('id')
    .where('circle_id', '=', member.circleId)
    .where('thread_id', '=', threadId)
    .where('id', '=', noteId)
    .executeTakeFirst();
  return row ? addressOfNote(member.circle.slug, threadId, noteId) : null;
}

/** Whether the thread has such a note of the viewer's own, taken back or not. */
export async function ownsNote(member: Member, threadId: number, noteId: number) {
  const row = await noteOf(db, member, threadId, noteId).executeTakeFirst();
  return row?.author_id === member.personId;
}

/** A note of the viewer's own, to change it; null when there is none or it was taken back. */
export async function myNote(member: Member, threadId: number, noteId: number) {
  const row = await noteOf(db, member, threadId, noteId)
    .innerJoin('thread', (join) =>
      join
        .onRef('thread.circle_id', '=', 'note.circle_id')
        .onRef('thread.id', '=', 'note.thread_id'),
    )
    .select('thread.title')
    .executeTakeFirst();
  if (row?.author_id !== member.personId || row.taken_back_at) return null;
  return {
    threadTitle: row.title,
    body: row.body,
    html: row.body_html,
    quote: row.quote,
    quotePage: row.quote_page,
    version: row.version,
  };
}

/** A note of a thread, as it is needed to change it. */
export function noteOf(from: Executor, member: Member, threadId: number, noteId: number) {
  return from
    .selectFrom('note')
    .leftJoin('note_deletion', (join) =>
      join
        .onRef('note_deletion.circle_id', '=', 'note.circle_id')
        .onRef('note_deletion.note_id', '=', 'note.id'),
    )
    .select([
      'note.author_id',
      'note.body',
      'note.body_html',
      'note.quote',
      'note.quote_page',
      'note.version',
      'note_deletion.at as taken_back_at',
    ])
    .where('note.circle_id', '=', member.circleId)
    .where('note.thread_id', '=', threadId)
    .where('note.id', '=', noteId);
}

const HISTORY_MAX = 50;

/**
 * What a note says and said, the newest first, for every member of its circle; null when there is
 * no such note or its author took it back.
 */
export async function noteHistory(member: Member, threadId: number, noteId: number) {
  const note = await db
    .selectFrom('note')
    .innerJoin('person', 'person.id', 'note.author_id')
    .innerJoin('thread', (join) =>
      join
        .onRef('thread.circle_id', '=', 'note.circle_id')
        .onRef('thread.id', '=', 'note.thread_id'),
    )
    .select([
      'note.body_html',
      'note.quote',
      'note.quote_page',
      'note.version',
      'note.posted_at',
      'note.edited_at',
      'person.name',
      'thread.title',
    ])
    .where('note.circle_id', '=', member.circleId)
    .where('note.thread_id', '=', threadId)
    .where('note.id', '=', noteId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('note_deletion')
            .select('note_deletion.note_id')
            .whereRef('note_deletion.circle_id', '=', 'note.circle_id')
            .whereRef('note_deletion.note_id', '=', 'note.id'),
        ),
      ),
    )
    .executeTakeFirst();
  if (!note) return null;
  const before = await db
    .selectFrom('note_version')
    .select(['version', 'body_html', 'quote', 'quote_page', 'replaced_at'])
    .where('circle_id', '=', member.circleId)
    .where('note_id', '=', noteId)
    .orderBy('version', 'desc')
    .limit(HISTORY_MAX)
    .execute();
  // A version was written when the one before it was replaced; the first, when it was posted.
  const writtenAt = (index: number) => (before[index]?.replaced_at ?? note.posted_at).toISOString();
  return {
    threadTitle: note.title,
    by: note.name,
    versions: [note, ...before].map((version, index) => ({
      version: version.version,
      html: version.body_html,
      quote: version.quote,
      page: version.quote_page,
      at: writtenAt(index),
    })),
  };
}
