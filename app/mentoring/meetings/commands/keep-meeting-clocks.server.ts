import {
  setMeetingReminder,
  tellOfClocks,
} from '#app/mentoring/meetings/rows/meeting-jobs.server.ts';
import { writeMeeting } from '#app/mentoring/meetings/rows/meeting-rows.server.ts';
import {
  earliestToCome,
  momentOfClock,
  movedMoment,
  type ReadClock,
} from '#app/time/wall-clock.ts';
import { db, type Tx } from '#db/database.server.ts';

interface Given {
  now?: Date;
  read?: ReadClock;
}

/**
 * Brings the meetings to come to the moments that their wall clocks say by this machine's zone data,
 * and tells the two of each. Done again, or by two at once, it is done once.
 * @returns how many moved, and how many stay as they are because no clock here knows their zone
 */
export async function keepMeetingClocks({ now = new Date(), read = momentOfClock }: Given = {}) {
  const meetings = await db
    .selectFrom('conversation_meeting')
    .select(['id', 'conversation_id', ...COLUMNS])
    .where('starts_at', '>', earliestToCome(now))
    .where('cancelled_at', 'is', null)
    .orderBy('id')
    .execute();
  const kept = { moved: 0, left: 0 };
  for (const meeting of meetings) {
    if (!read(meeting)) kept.left += 1;
    if (!movedMoment(meeting, now, read)) continue;
    const { id, conversation_id } = meeting;
    kept.moved += await one((tx) => move(tx, conversation_id, id, { now, read }));
  }
  return kept;
}

/** Each is a transaction of its own: one that fails takes back no other. */
const one = (act: (tx: Tx) => Promise<number>) => db.transaction().execute(act);

const COLUMNS = ['starts_at', 'time_zone', 'on_date', 'at_time', 'second_time'] as const;

/** Read again under the lock that moving and ending wait for. */
async function move(
  tx: Tx,
  conversationId: number,
  meetingId: number,
  { now, read }: Required<Given>,
): Promise<number> {
  const conversation = await tx
    .selectFrom('conversation')
    .select(['id', 'asker_id', 'helper_id'])
    .where('id', '=', conversationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const meeting = await tx
    .selectFrom('conversation_meeting')
    .select(COLUMNS)
    .where('id', '=', meetingId)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  const startsAt = meeting && movedMoment(meeting, now, read);
  if (!startsAt) return 0;
  const sequence = await writeMeeting(tx, meetingId, now, { starts_at: startsAt });
  await setMeetingReminder(tx, meetingId, startsAt, now);
  const two = [conversation.asker_id, conversation.helper_id];
  await tellOfClocks(tx, { conversationId, two }, { id: meetingId, sequence, startsAt }, now);
  return 1;
}
