import { tellPeople } from '#app/notifications/commands/tell-people.server.ts';
import type { Tx } from '#db/database.server.ts';

/**
 * Asks both what came of a conversation, once: whoever else asks at the same time finds that it was
 * done.
 */
export async function askAfter(tx: Tx, conversationId: number, now: Date): Promise<void> {
  const asked = await tx
    .updateTable('conversation')
    .set({ asked_after_at: now })
    .where('id', '=', conversationId)
    .where('asked_after_at', 'is', null)
    .returning(['asker_id', 'helper_id'])
    .executeTakeFirst();
  if (!asked) return;
  await tellPeople(tx, [asked.asker_id, asked.helper_id], {
    ...{ occasion: 'outcome-asked', thing: conversationId, detail: {}, by: null, at: now },
  });
}
