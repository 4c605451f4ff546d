import type { Member } from '#app/access/proofs.ts';
import { holderOf, holdMembers } from '#app/series/rota/rows/duty.server.ts';
import { takeDuty } from '#app/series/rota/rows/giving.server.ts';
import type { Duty } from '#app/series/rota/rules/turn.ts';
import { lockedSession } from '#app/sessions/rows/session-row.server.ts';
import { canChange } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';

export type Volunteered =
  | { ok: true }
  /** taken: somebody else was quicker; closed: the session is over or cancelled */
  | { ok: false; reason: 'gone' | 'taken' | 'closed' };

/** Takes on a duty that nobody has. Of two at once the first one has it. Twice is once. */
export async function volunteer(
  member: Member,
  sessionId: number,
  { duty }: { duty: Duty },
  { now = new Date() }: { now?: Date } = {},
): Promise<Volunteered> {
  const { personId } = member;
  return db.transaction().execute(async (tx): Promise<Volunteered> => {
    const session = await lockedSession(tx, member, sessionId);
    const here = await holdMembers(tx, member);
    if (!session || !here.includes(personId)) return { ok: false, reason: 'gone' };
    if (!canChange(session, now)) return { ok: false, reason: 'closed' };
    const has = holderOf(session, duty);
    if (has === personId) return { ok: true };
    if (has !== null) return { ok: false, reason: 'taken' };
    const turn = { duty, personId, how: 'volunteered', by: personId } as const;
    await takeDuty(tx, member, session, turn, now);
    return { ok: true };
  });
}
