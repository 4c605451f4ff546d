import type { Partner } from '#app/access/proofs.ts';
import { askAfter } from '#app/mentoring/conversations/rows/ask-after.server.ts';
import { lockConversation } from '#app/mentoring/conversations/rows/locked-conversation.server.ts';
import { callOffAll } from '#app/mentoring/meetings/rows/call-off-all.server.ts';
import { tellPeople } from '#app/notifications/commands/tell-people.server.ts';
import { db } from '#db/database.server.ts';

/**
 * Ends a conversation, without a reason. What is said stays for the two, meetings to come are off, and
 * both are asked what came of it. Twice is once, whoever was first.
 */
export async function endConversation(
  partner: Partner,
  { now = new Date() }: { now?: Date } = {},
): Promise<void> {
  const { conversationId: id, personId, otherId } = partner;
  await db.transaction().execute(async (tx) => {
    if (await lockConversation(tx, partner, 'end')) return;
    await tx
      .updateTable('conversation')
      .set({ ended_at: now, ended_by: personId })
      .where('id', '=', id)
      .execute();
    await callOffAll(tx, id, now);
    await tellPeople(tx, [otherId], {
      ...{ occasion: 'conversation-ended', thing: id, detail: {}, by: personId, at: now },
    });
    await askAfter(tx, id, now);
  });
}
