import type { Asker } from '#app/access/proofs.ts';
import { lockedAsk } from '#app/mentoring/offers/rows/answerable.server.ts';
import { offerTo } from '#app/mentoring/offers/rows/offer-to.server.ts';
import { db } from '#db/database.server.ts';

type Set = { ok: true } | { ok: false; reason: 'gone' };

/** Whether the asker hears on the day that a “not now” named. */
export async function remindAsker(
  asker: Asker,
  offerId: number,
  { remind }: { remind: 'yes' | 'no' },
): Promise<Set> {
  return db.transaction().execute(async (tx): Promise<Set> => {
    await lockedAsk(tx, asker.askId);
    const offer = await offerTo(tx, asker, offerId);
    if (offer?.state !== 'not_now') return { ok: false, reason: 'gone' };
    await tx
      .updateTable('offer')
      .set({ remind: remind === 'yes' })
      .where('id', '=', offerId)
      .execute();
    return { ok: true };
  });
}
