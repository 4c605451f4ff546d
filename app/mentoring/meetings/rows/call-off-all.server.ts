import { postAll } from '#app/notifications/commands/post.server.ts';
import type { Tx } from '#db/database.server.ts';
import { takeBackMeetingReminder } from './meeting-jobs.server.ts';
import { writeMeeting } from './meeting-rows.server.ts';

/**
 * Calls off what is still to come, because the conversation is over: the calendars of the two are
 * told, and nothing is said of why.
 */
export async function callOffAll(tx: Tx, conversationId: number, now: Date): Promise<void> {
  const coming = await tx
    .selectFrom('conversation_meeting as meeting')
    .innerJoin('conversation as c', 'c.id', 'meeting.conversation_id')
    .select(['meeting.id', 'c.asker_id', 'c.helper_id'])
    .where('meeting.conversation_id', '=', conversationId)
    .where('meeting.cancelled_at', 'is', null)
    .where('meeting.starts_at', '>', now)
    .execute();
  for (const { id, asker_id, helper_id } of coming) {
    const sequence = await writeMeeting(tx, id, now, { cancelled_at: now });
    await takeBackMeetingReminder(tx, id);
    await postAll(
      tx,
      [asker_id, helper_id].map((personId) => ({
        ...{ message: 'meeting-gone' as const, given: { meetingId: id } },
        ...{ occasion: `meeting:${id}:${sequence}`, to: { personId } },
      })),
    );
  }
}
