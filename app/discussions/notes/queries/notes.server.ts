import type { Member } from '#app/access/proofs.ts';
import { addressOfNote } from '#app/discussions/addresses.ts';
import { db, type Executor } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import { isFolded } from './quote.server.ts';

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
    .where(inCircle(member, 'note'))
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

/** A note of the viewer's own, to change it; null when there is none. */
export async function myNote(member: Member, threadId: number, noteId: number) {
  const row = await noteOf(db, member, threadId, noteId)
    .innerJoin('thread', (join) => join.on(joined('thread.id', 'note.thread_id')))
    .select('thread.title')
    .executeTakeFirst();
  if (row?.author_id !== member.personId) return null;
  return {
    threadTitle: row.title,
    takenBack: row.taken_back_at !== null,
    body: row.body,
    html: row.body_html,
    quote: row.quote,
    quotePage: row.quote_page,
    sectionId: row.section_id,
    version: row.version,
  };
}

/** A note of a thread, as it is needed to change it. */
export function noteOf(from: Executor, member: Member, threadId: number, noteId: number) {
  return from
    .selectFrom('note')
    .leftJoin('note_deletion', (join) => join.on(joined('note_deletion.note_id', 'note.id')))
    .select([
      'note.author_id',
      'note.body',
      'note.body_html',
      'note.quote',
      'note.quote_page',
      'note.section_id',
      'note.version',
      'note.form_key',
      'note.quotes',
      'note_deletion.at as taken_back_at',
    ])
    .where(inCircle(member, 'note'))
    .where('note.thread_id', '=', threadId)
    .where('note.id', '=', noteId);
}

const HISTORY_MAX = 50;

/**
 * What a note says and said, the newest first; null when there is no such note, its author took it
 * back, or it is folded for the member.
 * @param opened whether they asked for this note although it is from further on
 */
export async function noteHistory(
  member: Member,
  threadId: number,
  noteId: number,
  { opened = false, now = new Date() } = {},
) {
  if (!opened && (await isFolded(member, threadId, noteId, now))) return null;
  const note = await db
    .selectFrom('note')
    .innerJoin('person', 'person.id', 'note.author_id')
    .innerJoin('thread', (join) => join.on(joined('thread.id', 'note.thread_id')))
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
    .where(inCircle(member, 'note'))
    .where('note.thread_id', '=', threadId)
    .where('note.id', '=', noteId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('note_deletion')
            .select('note_deletion.note_id')
            .where(joined('note_deletion.note_id', 'note.id')),
        ),
      ),
    )
    .executeTakeFirst();
  if (!note) return null;
  const before = await db
    .selectFrom('note_version')
    .select(['version', 'body_html', 'quote', 'quote_page', 'replaced_at'])
    .where(inCircle(member, 'note_version'))
    .where('note_id', '=', noteId)
    .orderBy('version', 'desc')
    .limit(HISTORY_MAX)
    .execute();
  const all = [note, ...before];
  // A version was written when the one before it was replaced; the first, when it was posted. Where
  // only the section changed that it is about, the text is as old as the version before.
  const texts = all.flatMap((version, index) => {
    const older = all[index + 1];
    return older && isSameText(version, older) ? [] : [{ version, at: before[index]?.replaced_at }];
  });
  return {
    threadTitle: note.title,
    by: note.name,
    versions: texts.map(({ version, at }) => ({
      version: version.version,
      html: version.body_html,
      quote: version.quote,
      page: version.quote_page,
      at: (at ?? note.posted_at).toISOString(),
    })),
  };
}

type Text = { body_html: string; quote: string; quote_page: string };
const isSameText = (a: Text, b: Text) =>
  a.body_html === b.body_html && a.quote === b.quote && a.quote_page === b.quote_page;
