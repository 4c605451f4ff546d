import type { Partner } from '#app/access/proofs.ts';
import {
  type ConversationAct,
  conversationAfter,
  stateOf,
} from '#app/mentoring/conversations/rules/conversation.ts';
import type { Tx } from '#db/database.server.ts';

/** Why nothing more is done in a conversation: it is over, or the other's account is closed. */
export type Shut = 'ended' | 'away';

/**
 * Locks a conversation, so that what is done in it is done one after the other: ending it, or
 * blocking the other, waits for a note that is being written, and none is written after. Without an
 * act it is locked whatever its state.
 * @returns why the act may not be done; null where it may
 */
export async function lockConversation(
  tx: Tx,
  partner: Partner,
  act?: ConversationAct,
): Promise<Shut | null> {
  const row = await tx
    .selectFrom('conversation')
    .select((eb) => [
      'ended_at',
      eb
        .exists(
          eb
            .selectFrom('person_deactivation')
            .select('person_id')
            .where('person_id', '=', partner.otherId),
        )
        .as('away'),
    ])
    .where('id', '=', partner.conversationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (!act) return null;
  if (!conversationAfter(stateOf({ endedAt: row.ended_at }), act)) return 'ended';
  // Who is alone in it may end it.
  return row.away && act !== 'end' ? 'away' : null;
}
