import type { Member } from '#app/access/proofs.ts';
import { isListOpen, lockWrap } from '#app/seasons/rows/standing-wrap.server.ts';
import { type Answer, mayAnswer } from '#app/seasons/rules/seasons.ts';
import { db } from '#db/database.server.ts';
import { openList } from './settle-list.server.ts';

type Recommitted =
  | { ok: true; list: 'closed' | 'opened-now' | 'was-open' }
  | { ok: false; reason: 'no-wrap' | 'list-open' };

/** Says whether a member stays for the next book. The last of all answers opens the list. */
export async function recommit(
  member: Member,
  readingId: number,
  answer: Answer,
  { now = new Date() } = {},
): Promise<Recommitted> {
  const { circleId, personId } = member;
  return db.transaction().execute(async (tx): Promise<Recommitted> => {
    const wrap = await lockWrap(tx, member, readingId, now);
    if (!wrap) return { ok: false, reason: 'no-wrap' };
    const wasOpen = isListOpen(wrap, now);
    if (!mayAnswer(answer, wasOpen)) return { ok: false, reason: 'list-open' };
    await tx
      .insertInto('recommitment')
      .values({
        circle_id: circleId,
        reading_id: readingId,
        person_id: personId,
        answer,
        answered_at: now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['circle_id', 'reading_id', 'person_id'])
          .doUpdateSet({ answer, answered_at: now }),
      )
      .execute();
    const opened = await openList(tx, { circleId, readingId }, now);
    return { ok: true, list: wasOpen ? 'was-open' : opened ? 'opened-now' : 'closed' };
  });
}
