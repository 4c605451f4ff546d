import type { Member } from '#app/access/proofs.ts';
import { lockOwnTold } from '#app/mentoring/told/rows/told-rows.server.ts';
import { untell } from '#app/notifications/commands/untell.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

type Outcome = { ok: true } | { ok: false; reason: 'not-yours' };

/** Takes back what a member shared: nobody else sees it or that it was there. Twice is once. */
export const takeBackTold = (member: Member, toldId: number, { now = new Date() } = {}) =>
  setTakenBack(member, toldId, now);

/** Brings it back. Nobody is told of it again. Twice is once. */
export const restoreTold = (member: Member, toldId: number) => setTakenBack(member, toldId, null);

function setTakenBack(member: Member, toldId: number, at: Date | null): Promise<Outcome> {
  return db.transaction().execute(async (tx): Promise<Outcome> => {
    const row = await lockOwnTold(tx, member, toldId);
    if (!row) return { ok: false, reason: 'not-yours' };
    if ((row.taken_back_at === null) === (at === null)) return { ok: true };
    await tx
      .updateTable('told')
      .set({ taken_back_at: at })
      .where(inCircle(member, 'told'))
      .where('id', '=', toldId)
      .execute();
    if (at) await untell(tx, member, { occasion: 'told', thing: toldId });
    return { ok: true };
  });
}
