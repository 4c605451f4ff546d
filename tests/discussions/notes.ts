import { randomUUID } from 'node:crypto';
import type { Member } from '#app/access/proofs.ts';
import { startThread } from '#app/discussions/commands/start-thread.server.ts';
import type { PostNoteInput, StartThreadInput } from '#app/discussions/forms.ts';
import { postNote } from '#app/discussions/notes/commands/post-note.server.ts';
import { db } from '#tests/support/set-up.ts';

export const noteForm = (given: Partial<PostNoteInput> = {}): PostNoteInput => ({
  body: 'What would you have measured to see it earlier?',
  quote: '',
  quotePage: '',
  about: null,
  submissionKey: randomUUID(),
  ...given,
});

export const threadForm = (given: Partial<StartThreadInput> = {}): StartThreadInput => ({
  ...noteForm(),
  title: 'A feedback loop you can’t see from inside',
  sectionId: null,
  sessionId: null,
  deck: null,
  card: null,
  ...given,
});

/** A thread of the member's with one note. */
export async function threadBy(member: Member, given: Partial<StartThreadInput> = {}) {
  const started = await startThread(member, threadForm(given));
  if (!started.ok) throw new Error(started.reason);
  return started;
}

/** A note of the member's. @returns its id */
export async function noteBy(member: Member, threadId: number, given: Partial<PostNoteInput> = {}) {
  const posted = await postNote(member, threadId, noteForm(given));
  if (!posted.ok) throw new Error(posted.reason);
  return posted.noteId;
}

/** A thread with so many notes of one member, written straight into the tables. */
export async function longThread(member: Member, notes: number) {
  const { threadId, noteId } = await threadBy(member);
  if (notes === 1) return { threadId, noteIds: [noteId] };
  const more = await db
    .insertInto('note')
    .values(
      Array.from({ length: notes - 1 }, (_, index) => ({
        circle_id: member.circleId,
        thread_id: threadId,
        author_id: member.personId,
        body: `note ${index + 2}`,
        body_html: `<p>note ${index + 2}</p>`,
        submission_key: randomUUID(),
      })),
    )
    .returning('id')
    .execute();
  const noteIds = [noteId, ...more.map(({ id }) => id)];
  await db
    .updateTable('thread')
    .set({ note_count: notes, last_note_id: noteIds[notes - 1] })
    .where('id', '=', threadId)
    .execute();
  return { threadId, noteIds };
}

/** What the thread's own row says of its notes, and what the tables say. */
export async function countsOf(threadId: number) {
  const row = await db
    .selectFrom('thread')
    .select(['note_count', 'last_note_id'])
    .where('id', '=', threadId)
    .executeTakeFirstOrThrow();
  const notes = await db
    .selectFrom('note')
    .leftJoin('note_deletion', 'note_deletion.note_id', 'note.id')
    .select(['note.id', 'note_deletion.at as gone'])
    .where('thread_id', '=', threadId)
    .orderBy('note.id')
    .execute();
  return {
    kept: { count: row.note_count, last: row.last_note_id },
    true: { count: notes.filter((note) => !note.gone).length, last: notes.at(-1)?.id ?? null },
    notes: notes.length,
  };
}
