import type { Member } from '#app/access/proofs.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export function lockThread(tx: Tx, member: Member, threadId: number) {
  return tx
    .selectFrom('thread')
    .select('id')
    .where(inCircle(member, 'thread'))
    .where('id', '=', threadId)
    .forUpdate()
    .execute();
}

/** Brings a note back that was taken back; its thread is locked. Does nothing to any other. */
export async function untake(tx: Tx, member: Member, threadId: number, noteId: number) {
  const { numDeletedRows } = await tx
    .deleteFrom('note_deletion')
    .where(inCircle(member, 'note_deletion'))
    .where('note_id', '=', noteId)
    .executeTakeFirst();
  if (numDeletedRows === 1n) await countNotes(tx, member, threadId, 1);
}

export function countNotes(tx: Tx, member: Member, threadId: number, by: 1 | -1) {
  return tx
    .updateTable('thread')
    .set((eb) => ({ note_count: eb('note_count', '+', by) }))
    .where(inCircle(member, 'thread'))
    .where('id', '=', threadId)
    .execute();
}
