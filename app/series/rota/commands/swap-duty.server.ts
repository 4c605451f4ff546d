import type { Member } from '#app/access/proofs.ts';
import { holderOf, holdMembers } from '#app/series/rota/rows/duty.server.ts';
import { takeDuty } from '#app/series/rota/rows/giving.server.ts';
import type { Duty } from '#app/series/rota/rules/turn.ts';
import { lockedSession } from '#app/sessions/rows/session-row.server.ts';
import { canReply } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';

export type Swapped =
  | { ok: true }
  /** changed: one of the two turns is somebody else’s by now, or its session is on no more */
  | { ok: false; reason: 'gone' | 'changed' };

/** Exchanges one's turn at a session to come for somebody else's at another. They are told. */
export async function swapDuty(
  member: Member,
  sessionId: number,
  { duty, session: otherId }: { duty: Duty; session: number },
  { now = new Date() }: { now?: Date } = {},
): Promise<Swapped> {
  const { personId } = member;
  if (otherId === sessionId) return { ok: false, reason: 'changed' };
  return db.transaction().execute(async (tx): Promise<Swapped> => {
    const [low, high] = [Math.min(sessionId, otherId), Math.max(sessionId, otherId)];
    const [first, second] = [
      await lockedSession(tx, member, low),
      await lockedSession(tx, member, high),
    ];
    await holdMembers(tx, member);
    const [mine, theirs] = sessionId === low ? [first, second] : [second, first];
    if (!mine) return { ok: false, reason: 'gone' };
    const other = theirs && holderOf(theirs, duty);
    const open = theirs !== null && canReply(mine, now) && canReply(theirs, now);
    if (!open || holderOf(mine, duty) !== personId || !other || other === personId) {
      return { ok: false, reason: 'changed' };
    }
    const swapped = { duty, how: 'swapped', by: personId } as const;
    await takeDuty(tx, member, theirs, { ...swapped, personId }, now);
    await takeDuty(tx, member, mine, { ...swapped, personId: other }, now);
    return { ok: true };
  });
}
