import type { Tx } from '#db/database.server.ts';
import { takeBackMeetingReminder } from './meeting-jobs.server.ts';
import { writeMeeting } from './meeting-rows.server.ts';

/** Calls off what is still to come, without a word of its own: the conversation is over. */
export async function callOffAll(tx: Tx, conversationId: number, now: Date): Promise<void> {
  const coming = await tx
    .selectFrom('conversation_meeting')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('cancelled_at', 'is', null)
    .where('starts_at', '>', now)
    .execute();
  for (const { id } of coming) {
    await writeMeeting(tx, id, now, { cancelled_at: now });
    await takeBackMeetingReminder(tx, id);
  }
}
