import type { Partner } from '#app/access/proofs.ts';
import type { ThanksInput } from '#app/mentoring/conversations/forms.ts';
import { thanksOf } from '#app/mentoring/conversations/queries/outcome.server.ts';
import { lockConversation } from '#app/mentoring/conversations/rows/locked-conversation.server.ts';
import { tellPeople } from '#app/notifications/commands/tell-people.server.ts';
import { untellPeople } from '#app/notifications/commands/untell-people.server.ts';
import { db } from '#db/database.server.ts';

type Thanked =
  | { ok: true }
  /** only who asked thanks */
  | { ok: false; reason: 'helper' }
  | { ok: false; reason: 'changed'; theirs: { body: string; version: number } | null };

/**
 * Thanks the helper in one sentence, or mends it, unless that was done since `form.version` (0: there
 * was none yet). The helper is told of the first.
 */
export async function thank(
  partner: Partner,
  { body, version }: ThanksInput,
  { now = new Date() }: { now?: Date } = {},
): Promise<Thanked> {
  const { conversationId, personId, otherId, side } = partner;
  if (side !== 'asker') return { ok: false, reason: 'helper' };
  return db.transaction().execute(async (tx): Promise<Thanked> => {
    await lockConversation(tx, partner);
    const standing = await thanksOf(partner, tx);
    if (standing?.body === body) return { ok: true };
    if ((standing?.version ?? 0) !== version) {
      return { ok: false, reason: 'changed', theirs: standing };
    }
    const values = { body, at: now, version: version + 1 };
    await tx
      .insertInto('ask_thanks')
      .values({ conversation_id: conversationId, ...values })
      .onConflict((on) => on.column('conversation_id').doUpdateSet(values))
      .execute();
    if (standing) return { ok: true };
    await tellPeople(tx, [otherId], {
      ...{ occasion: 'thanks-given', thing: conversationId, detail: {}, by: personId, at: now },
    });
    return { ok: true };
  });
}

/** Takes the thanks back, and what was told of them. Twice is once. */
export async function takeBackThanks(partner: Partner): Promise<void> {
  const { conversationId, otherId, side } = partner;
  if (side !== 'asker') return;
  await db.transaction().execute(async (tx) => {
    await lockConversation(tx, partner);
    await tx.deleteFrom('ask_thanks').where('conversation_id', '=', conversationId).execute();
    await untellPeople(tx, [otherId], { occasion: 'thanks-given', thing: conversationId });
  });
}
