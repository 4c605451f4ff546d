import type { Partner } from '#app/access/proofs.ts';
import { quotedText } from '#app/discussions/rules/quoting.ts';
import { addressOfLine } from '#app/mentoring/conversations/addresses.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db, type Executor } from '#db/database.server.ts';

/** A note of a conversation, as it is needed to change it. */
export const lineOf = (from: Executor, { conversationId }: Partner, noteId: number) =>
  from
    .selectFrom('conversation_note as note')
    .select([
      'note.author_id',
      'note.body',
      'note.body_html',
      'note.version',
      'note.posted_at',
      'note.taken_back_at',
    ])
    .where('note.conversation_id', '=', conversationId)
    .where('note.id', '=', noteId);

/** Where a note is read; null when the conversation has no such note. */
export async function lineAddress(partner: Partner, noteId: number): Promise<string | null> {
  const row = await lineOf(db, partner, noteId).executeTakeFirst();
  return row ? addressOfLine(partner.conversationId, noteId) : null;
}

/** A note of the viewer's own, taken back or not; null when there is none. */
export async function myLine(partner: Partner, noteId: number) {
  const row = await lineOf(acrossCircles(db, 'a conversation is its two people’s'), partner, noteId)
    .innerJoin('conversation', 'conversation.id', 'note.conversation_id')
    .innerJoin('ask', 'ask.id', 'conversation.ask_id')
    .select(['ask.title', 'conversation.ended_at'])
    .executeTakeFirst();
  if (row?.author_id !== partner.personId) return null;
  return {
    title: row.title,
    ended: row.ended_at !== null,
    takenBack: row.taken_back_at !== null,
    body: row.body,
    version: row.version,
  };
}

/** A note as the beginning of an answer to it; null when there is none to quote. */
export async function quoteOfLine(partner: Partner, noteId: number | null) {
  if (noteId === null) return null;
  const note = await lineOf(db, partner, noteId)
    .innerJoin('person', 'person.id', 'note.author_id')
    .select('person.name')
    .where('note.taken_back_at', 'is', null)
    .executeTakeFirst();
  return note ? { noteId, text: quotedText(note.name, note.body) } : null;
}

const HISTORY_MAX = 50;

/** What a note says and said, the newest first; null when there is none, or it was taken back. */
export async function lineHistory(partner: Partner, noteId: number) {
  const across = acrossCircles(db, 'a conversation is its two people’s');
  const note = await lineOf(across, partner, noteId)
    .innerJoin('person', 'person.id', 'note.author_id')
    .innerJoin('conversation', 'conversation.id', 'note.conversation_id')
    .innerJoin('ask', 'ask.id', 'conversation.ask_id')
    .select(['person.name', 'ask.title'])
    .where('note.taken_back_at', 'is', null)
    .executeTakeFirst();
  if (!note) return null;
  const before = await db
    .selectFrom('conversation_note_version')
    .select(['version', 'body_html', 'replaced_at'])
    .where('note_id', '=', noteId)
    .orderBy('version', 'desc')
    .limit(HISTORY_MAX)
    .execute();
  return {
    threadTitle: note.title,
    by: note.name,
    // Each was written when the one before it was replaced; the first, when it was posted.
    versions: [note, ...before].map(({ version, body_html }, index) => ({
      ...{ version, html: body_html, quote: '', page: '' },
      at: (before[index]?.replaced_at ?? note.posted_at).toISOString(),
    })),
  };
}
