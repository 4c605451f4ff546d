import type { Partner } from '#app/access/proofs.ts';
import type { WallClock } from '#app/time/wall-clock.ts';
import type { Executor, Tx } from '#db/database.server.ts';

/** A meeting of a conversation, as it is needed to change it. */
export const meetingIn = (from: Executor, { conversationId }: Partner, meetingId: number) =>
  from
    .selectFrom('conversation_meeting as meeting')
    .select([
      'meeting.id',
      'meeting.starts_at as startsAt',
      'meeting.time_zone as zone',
      'meeting.minutes',
      'meeting.place',
      'meeting.version',
      'meeting.calendar_uid as uid',
      'meeting.calendar_sequence as sequence',
      'meeting.changed_at as changedAt',
      'meeting.cancelled_at as cancelled',
    ])
    .where('meeting.conversation_id', '=', conversationId)
    .where('meeting.id', '=', meetingId);

/**
 * Writes what changes of a meeting: who edits it sees a new version, calendars a higher SEQUENCE.
 * @returns its new SEQUENCE
 */
export async function writeMeeting(
  tx: Tx,
  meetingId: number,
  now: Date,
  columns: Partial<WallClock> & {
    minutes?: number;
    place?: string;
    cancelled_at?: Date | null;
    /** who set the time it is at now */
    timed_by?: number;
  },
): Promise<number> {
  const { sequence } = await tx
    .updateTable('conversation_meeting')
    .set((row) => ({
      ...columns,
      changed_at: now,
      version: row('version', '+', 1),
      calendar_sequence: row('calendar_sequence', '+', 1),
    }))
    .where('id', '=', meetingId)
    .returning('calendar_sequence as sequence')
    .executeTakeFirstOrThrow();
  return sequence;
}

/** How many meetings of a conversation there are that were not called off. */
export async function howManyStand(
  from: Executor,
  { conversationId }: { conversationId: number },
): Promise<number> {
  const rows = await from
    .selectFrom('conversation_meeting')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('cancelled_at', 'is', null)
    .execute();
  return rows.length;
}
