import type { Asker } from '#app/access/proofs.ts';
import { tellOfClosing } from '#app/mentoring/asks/rows/tell-of-ask.server.ts';
import { lockedAsk } from '#app/mentoring/offers/rows/answerable.server.ts';
import { offerTo } from '#app/mentoring/offers/rows/offer-to.server.ts';
import { lockedRoom } from '#app/mentoring/offers/rows/room-for-one.server.ts';
import { tellOfTaking } from '#app/mentoring/offers/rows/telling.server.ts';
import { offerAfter } from '#app/mentoring/offers/rules/offer.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db, type Tx } from '#db/database.server.ts';

/** Why an offer is not taken up. `gone`: there is none, or it was taken back. */
export type NotTaken = 'gone' | 'away' | 'full' | 'closed';

type Taken = { ok: true; conversationId: number } | { ok: false; reason: NotTaken };

/**
 * Takes an offer up: the two have a conversation, the ask has found what it sought, and whoever else
 * offered is thanked. Taken twice it is one conversation.
 * @param form.keep the ask stays open for others
 */
export async function takeOffer(
  asker: Asker,
  offerId: number,
  { keep }: { keep?: 'open' | undefined },
  { now = new Date() } = {},
): Promise<Taken> {
  const { askId } = asker;
  return db.transaction().execute(async (tx): Promise<Taken> => {
    const ask = await lockedAsk(tx, askId);
    const offer = await offerTo(tx, asker, offerId);
    if (!ask || !offer) return { ok: false, reason: 'gone' };
    if (offer.state === 'taken') return begun(tx, offerId);
    const state = offerAfter(offer.state, 'take');
    if (!state) return { ok: false, reason: 'gone' };
    // One that has found help may thank two for it; what ended otherwise is opened again first.
    if (ask.state !== 'open' && ask.closedAs !== 'found') return { ok: false, reason: 'closed' };
    if (!offer.there) return { ok: false, reason: 'away' };
    if (!(await lockedRoom(tx, offer.helperId))) return { ok: false, reason: 'full' };
    await tx
      .updateTable('offer')
      .set(({ eb }) => ({
        ...{ state: 'taken', set_aside_at: null, changed_at: now },
        version: eb('version', '+', 1),
      }))
      .where('id', '=', offerId)
      .execute();
    const others = await setOthersAside(tx, askId, now);
    if (ask.state === 'open' && keep !== 'open') await closeAsFound(tx, askId, now);
    const { id } = await tx
      .insertInto('conversation')
      .values({
        ...{ ask_id: askId, offer_id: offerId, opened_at: now },
        ...{ asker_id: asker.personId, helper_id: offer.helperId },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const told = { to: offer.helperId, by: asker.personId, at: now };
    await tellOfTaking(tx, { offerId, ...told }, others);
    if (ask.state === 'open' && keep !== 'open') {
      await tellOfClosing(tx, askId, asker.personId, now);
    }
    return { ok: true, conversationId: id };
  });
}

async function begun(tx: Tx, offerId: number): Promise<Taken> {
  const { id } = await tx
    .selectFrom('conversation')
    .select('id')
    .where('offer_id', '=', offerId)
    .executeTakeFirstOrThrow();
  return { ok: true, conversationId: id };
}

/** They stay, and may still be taken up. */
const setOthersAside = (tx: Tx, askId: number, now: Date) =>
  tx
    .updateTable('offer')
    .set({ set_aside_at: now })
    .where('ask_id', '=', askId)
    .where('state', '=', 'made')
    .where('set_aside_at', 'is', null)
    .returning(['id', 'helper_id'])
    .execute();

const closeAsFound = (tx: Tx, askId: number, now: Date) =>
  acrossCircles(tx, 'an ask is its asker’s')
    .updateTable('ask')
    .set(({ eb }) => ({
      ...{ state: 'closed', closed_at: now, closed_as: 'found' },
      version: eb('version', '+', 1),
    }))
    .where('id', '=', askId)
    .execute();
