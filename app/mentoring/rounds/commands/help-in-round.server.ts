import { sql } from 'kysely';
import type { AskReader, Member } from '#app/access/proofs.ts';
import { moveOffer } from '#app/mentoring/offers/rows/move-offer.server.ts';
import { lockedRound } from '#app/mentoring/rounds/rows/locked-round.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

export type HelpSaid =
  | { ok: true }
  /** not-read: its turn has not come, or the round is over; over: its asker took it back */
  | { ok: false; reason: 'gone' | 'not-read' | 'own' | 'over' | 'taken' };

/**
 * Says of an ask that is read in a round that a member can help, or takes that back. Twice is once.
 * @param reader of that ask: who may not read it finds none
 */
export async function helpInRound(
  member: Member,
  sessionId: number,
  reader: AskReader,
  help: boolean,
  { now = new Date() }: { now?: Date } = {},
): Promise<HelpSaid> {
  const { askId } = reader;
  if (reader.isAsker) return { ok: false, reason: 'own' };
  return db.transaction().execute(async (tx): Promise<HelpSaid> => {
    const round = await lockedRound(tx, member, sessionId);
    if (!round) return { ok: false, reason: 'gone' };
    const { rows } = await sql<{ state: string; read: boolean }>`
      select a.state, w.read_at is not null or w.person_id = ${round.readingId} as read
      from round_ask w join ask a on a.id = w.ask_id
      where w.circle_id = ${member.circleId} and w.session_id = ${sessionId}
        and w.ask_id = ${askId} and w.turn is not null
      for update of a`.execute(acrossCircles(tx, 'an ask is its asker’s'));
    const [ask] = rows;
    if (!ask) return { ok: false, reason: 'gone' };
    if (round.stage !== 'reading' || !ask.read) return { ok: false, reason: 'not-read' };
    if (ask.state !== 'open') return { ok: false, reason: 'over' };
    const of = { askId, helperId: member.personId };
    const was = await tx
      .selectFrom('offer')
      .select('state')
      .where('ask_id', '=', askId)
      .where('helper_id', '=', member.personId)
      .executeTakeFirst();
    if (was?.state === 'taken') return help ? { ok: true } : { ok: false, reason: 'taken' };
    if ((was?.state === 'made') === help) return { ok: true };
    // Nothing was said that could be taken back.
    if (!help && was?.state !== 'made') return { ok: true };
    const moved = await moveOffer(tx, of, help ? 'help' : 'withdraw', now);
    return moved ? { ok: true } : { ok: false, reason: 'taken' };
  });
}
