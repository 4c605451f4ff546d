import { type OfferAct, type OfferState, offerAfter } from '#app/mentoring/offers/rules/offer.ts';
import type { Tx } from '#db/database.server.ts';

/**
 * Does something with what somebody answered an ask, as the table of its states has it: their row is
 * held. @returns what it is then; null where that may not be done, and nothing was
 */
export async function moveOffer(
  tx: Tx,
  { askId, helperId }: { askId: number; helperId: number },
  act: Extract<OfferAct, 'help' | 'withdraw'>,
  now: Date,
): Promise<OfferState | null> {
  const row = () =>
    tx
      .selectFrom('offer')
      .select('state')
      .where('ask_id', '=', askId)
      .where('helper_id', '=', helperId)
      .forUpdate()
      .executeTakeFirst();
  const before = ((await row())?.state ?? 'none') as OfferState;
  const after = offerAfter(before, act);
  if (after !== 'made' && after !== 'withdrawn') return null;
  const to = { state: after, until: null, remind: false, changed_at: now };
  await tx
    .insertInto('offer')
    .values({ ...to, ask_id: askId, helper_id: helperId, made_at: now })
    .onConflict((on) =>
      on.columns(['ask_id', 'helper_id']).doUpdateSet((old) => ({
        ...to,
        ...(after === 'made' && { made_at: now, set_aside_at: null }),
        version: old('offer.version', '+', 1),
      })),
    )
    .execute();
  return after;
}
