import type { Member } from '#app/access/proofs.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import type { Tx } from '#db/database.server.ts';

/** Tells of a new note, who follows its thread or wants to hear everything. */
export const tellOfNote = (
  tx: Tx,
  member: Member,
  threadId: number,
  noteId: number,
  at: Date,
): Promise<void> =>
  tell(tx, member, {
    occasion: 'note',
    thing: noteId,
    threadId,
    detail: {},
    by: member.personId,
    at,
  });
