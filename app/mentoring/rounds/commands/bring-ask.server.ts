import type { Member } from '#app/access/proofs.ts';
import { lockedRound } from '#app/mentoring/rounds/rows/locked-round.server.ts';
import {
  bringToRound,
  lockedAsk,
  lockedMine,
  sendWritten,
} from '#app/mentoring/rounds/rows/round-asks.server.ts';
import { canBring } from '#app/mentoring/rounds/rules/round.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type Brought =
  | { ok: true; sent: boolean }
  | { ok: false; reason: 'gone' | 'closed' | 'sent' | 'no-ask' };

/** Brings an ask there is to a round, in place of what the member brought: a draft of theirs, or one that is open. */
export async function bringAsk(
  member: Member,
  sessionId: number,
  askId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<Brought> {
  return db.transaction().execute(async (tx): Promise<Brought> => {
    const open = await openTo(tx, member, sessionId, now);
    if (!open.ok) return open;
    const ask = await lockedAsk(tx, member, askId);
    if (!ask || ask.state === 'closed' || ask.title === '') return { ok: false, reason: 'no-ask' };
    await bringToRound(tx, member, sessionId, ask.id, now);
    if (open.stage !== 'reading') return { ok: true, sent: false };
    await sendWritten(tx, member, sessionId, now);
    return { ok: true, sent: true };
  });
}

/** Says that a member passes this time; what they had written stays their draft. Twice is once. */
export async function passRound(
  member: Member,
  sessionId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true } | { ok: false; reason: 'gone' | 'closed' | 'sent' }> {
  return db.transaction().execute(async (tx) => {
    const open = await openTo(tx, member, sessionId, now);
    if (!open.ok) return open;
    await bringToRound(tx, member, sessionId, null, now);
    return { ok: true };
  });
}

/** Takes a member's pass back. Twice is once. */
export async function askAfterAll(member: Member, sessionId: number): Promise<void> {
  await db
    .deleteFrom('round_ask')
    .where(inCircle(member, 'round_ask'))
    .where('session_id', '=', sessionId)
    .where('person_id', '=', member.personId)
    .where('ask_id', 'is', null)
    .execute();
}

/** Whether a member may still say what they bring: it is held while they do. */
async function openTo(
  tx: Parameters<typeof lockedRound>[0],
  member: Member,
  sessionId: number,
  now: Date,
) {
  const round = await lockedRound(tx, member, sessionId);
  if (!round) return { ok: false, reason: 'gone' } as const;
  if (round.stage === 'closed' || !canBring(round.session, now)) {
    return { ok: false, reason: 'closed' } as const;
  }
  const mine = await lockedMine(tx, member, sessionId);
  if (mine?.sent) return { ok: false, reason: 'sent' } as const;
  return { ok: true, stage: round.stage } as const;
}
