import type { Member } from '#app/access/proofs.ts';
import { noteOf } from '#app/discussions/notes/queries/notes.server.ts';
import { countNotes, lockThread, untake } from '#app/discussions/notes/rows/taken-back.server.ts';
import { holdAnew } from '#app/notifications/inbox/commands/hold-anew.server.ts';
import { db, type Tx } from '#db/database.server.ts';

type Outcome = { ok: true } | { ok: false; reason: 'no-note' | 'not-yours' };

/** Takes a note of the member's own back: others see that it is gone. Twice is once. */
export function takeBackNote(
  member: Member,
  threadId: number,
  noteId: number,
  { now = new Date() } = {},
): Promise<Outcome> {
  return db.transaction().execute(async (tx): Promise<Outcome> => {
    const refused = await lockOwnNote(tx, member, threadId, noteId);
    if (refused) return refused;
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('note_deletion')
      .values({
        circle_id: member.circleId,
        note_id: noteId,
        by_person_id: member.personId,
        at: now,
      })
      .onConflict((conflict) => conflict.columns(['circle_id', 'note_id']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) {
      await countNotes(tx, member, threadId, -1);
      await holdAnew(tx, member, { noteId }, now);
    }
    return { ok: true };
  });
}

/** Brings back a note that its author took back. Twice is once. */
export function restoreNote(member: Member, threadId: number, noteId: number): Promise<Outcome> {
  return db.transaction().execute(async (tx): Promise<Outcome> => {
    const refused = await lockOwnNote(tx, member, threadId, noteId);
    if (refused) return refused;
    await untake(tx, member, threadId, noteId);
    await holdAnew(tx, member, { noteId });
    return { ok: true };
  });
}

// The thread before the note, as posting does: two orders could wait for one another.
async function lockOwnNote(tx: Tx, member: Member, threadId: number, noteId: number) {
  await lockThread(tx, member, threadId);
  const note = await noteOf(tx, member, threadId, noteId).forUpdate('note').executeTakeFirst();
  if (!note) return { ok: false, reason: 'no-note' } as const;
  if (note.author_id !== member.personId) return { ok: false, reason: 'not-yours' } as const;
  return null;
}
