import type { AskReader } from '#app/access/proofs.ts';
import { lockedAsk, offerOf } from '#app/mentoring/offers/rows/answerable.server.ts';
import { tellOfAnswer } from '#app/mentoring/offers/rows/telling.server.ts';
import { offerAfter } from '#app/mentoring/offers/rules/offer.ts';
import { db } from '#db/database.server.ts';

type Withdrawn = { ok: true } | { ok: false; reason: 'none' | 'taken' };

/** Takes back what the reader answered; what they wrote with it stays theirs, for another time. */
export async function withdrawAnswer(
  { askId, personId }: AskReader,
  { now = new Date() } = {},
): Promise<Withdrawn> {
  return db.transaction().execute(async (tx): Promise<Withdrawn> => {
    const ask = await lockedAsk(tx, askId);
    const mine = await offerOf(tx, askId, personId);
    if (!mine) return { ok: false, reason: 'none' };
    if (mine.state === 'withdrawn') return { ok: true };
    const state = offerAfter(mine.state, 'withdraw');
    if (!state) return { ok: false, reason: 'taken' };
    await tx
      .updateTable('offer')
      .set({
        ...{ state, until: null, remind: false, reminded_at: null },
        ...{ changed_at: now, version: mine.version + 1 },
      })
      .where('id', '=', mine.id)
      .execute();
    if (ask && mine.state === 'made') {
      const told = { offerId: mine.id, to: ask.askerId, by: personId, at: now };
      await tellOfAnswer(tx, { ...told, helps: false });
    }
    return { ok: true };
  });
}
