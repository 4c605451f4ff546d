import type { Partner } from '#app/access/proofs.ts';
import { lineOf } from '#app/mentoring/conversations/queries/lines.server.ts';
import { lockConversation } from '#app/mentoring/conversations/rows/locked-conversation.server.ts';
import { db } from '#db/database.server.ts';

type Outcome = { ok: true } | { ok: false; reason: 'no-note' | 'not-yours' };

/**
 * Takes a note of the viewer's own back, also from a conversation that is over: the other sees that it
 * is gone. Twice is once.
 */
export const takeBackLine = (partner: Partner, noteId: number, { now = new Date() } = {}) =>
  setTakenBack(partner, noteId, now);

/** Brings back a note that its author took back. Twice is once. */
export const restoreLine = (partner: Partner, noteId: number) =>
  setTakenBack(partner, noteId, null);

function setTakenBack(partner: Partner, noteId: number, to: Date | null): Promise<Outcome> {
  return db.transaction().execute(async (tx): Promise<Outcome> => {
    // The conversation before the note, as posting does: two orders could wait for one another.
    await lockConversation(tx, partner);
    const note = await lineOf(tx, partner, noteId).forUpdate('note').executeTakeFirst();
    if (!note) return { ok: false, reason: 'no-note' };
    if (note.author_id !== partner.personId) return { ok: false, reason: 'not-yours' };
    if ((note.taken_back_at === null) !== (to === null)) {
      await tx
        .updateTable('conversation_note')
        .set({ taken_back_at: to })
        .where('id', '=', noteId)
        .execute();
    }
    return { ok: true };
  });
}
