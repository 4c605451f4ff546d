import { sql } from 'kysely';
import type { Asker } from '#app/access/proofs.ts';
import type { OfferState } from '#app/mentoring/offers/rules/offer.ts';
import type { Tx } from '#db/database.server.ts';

export interface OfferTo {
  id: number;
  helperId: number;
  state: OfferState;
  setAside: Date | null;
  remind: boolean;
  /** whether the helper is still to be had: their account is open, and nobody has blocked the other */
  there: boolean;
}

/** An offer to an ask of the asker's, locked. */
export async function offerTo(tx: Tx, { askId, personId }: Asker, offerId: number) {
  const { rows } = await sql<OfferTo>`
    select o.id, o.helper_id as "helperId", o.state, o.set_aside_at as "setAside", o.remind,
      not exists (select from person_deactivation d where d.person_id = o.helper_id)
      and not exists (select from person_block b
        where (b.person_id = o.helper_id and b.blocked_id = ${personId})
          or (b.person_id = ${personId} and b.blocked_id = o.helper_id)) as there
    from offer o where o.ask_id = ${askId} and o.id = ${offerId} for update of o`.execute(tx);
  return rows[0];
}
