import type { Asker } from '#app/access/proofs.ts';
import { lockedAsk } from '#app/mentoring/offers/rows/answerable.server.ts';
import { offerTo } from '#app/mentoring/offers/rows/offer-to.server.ts';
import { tellOfThanks } from '#app/mentoring/offers/rows/telling.server.ts';
import { db } from '#db/database.server.ts';

type SetAside = { ok: true } | { ok: false; reason: 'gone' };

/** Thanks somebody who offered: not this time. They may still be taken up. */
export async function setAside(
  asker: Asker,
  offerId: number,
  { now = new Date() } = {},
): Promise<SetAside> {
  return db.transaction().execute(async (tx): Promise<SetAside> => {
    await lockedAsk(tx, asker.askId);
    const offer = await offerTo(tx, asker, offerId);
    if (offer?.state !== 'made') return { ok: false, reason: 'gone' };
    if (offer.setAside) return { ok: true };
    await tx.updateTable('offer').set({ set_aside_at: now }).where('id', '=', offerId).execute();
    const told = { to: offer.helperId, by: asker.personId, at: now };
    await tellOfThanks(tx, { offerId, ...told });
    return { ok: true };
  });
}
