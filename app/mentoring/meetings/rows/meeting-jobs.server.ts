import type { Partner } from '#app/access/proofs.ts';
import type { MeetingTold } from '#app/mentoring/meetings/mail/meeting-told.tsx';
import { postAll } from '#app/notifications/commands/post.server.ts';
import { setReminder } from '#app/notifications/commands/remind.server.ts';
import { dequeue } from '#app/platform/queue.server.ts';
import type { Tx } from '#db/database.server.ts';

/** A meeting as it was just written. */
interface Written {
  id: number;
  /** of its calendar file: it rises with every change, so each is told once */
  sequence: number;
  startsAt: Date;
}

/** Tells the two what was done with their meeting: both get its calendar file. */
export function tellOfMeeting(
  tx: Tx,
  { personId, otherId }: Partner,
  { id, sequence }: Written,
  told: MeetingTold,
  _at: Date,
): Promise<void> {
  return postAll(
    tx,
    [personId, otherId].map((to) => ({
      message: 'meeting-told' as const,
      given: { meetingId: id, byPersonId: personId, ...told },
      occasion: `meeting:${id}:${sequence}`,
      to: { personId: to },
    })),
  );
}

const reminderKey = (meetingId: number) => `meeting-reminder:${meetingId}`;

/** Sets when the two are reminded of a meeting, in place of what was set before. */
export const setMeetingReminder = (
  tx: Tx,
  meetingId: number,
  startsAt: Date,
  now: Date,
): Promise<void> =>
  setReminder(
    tx,
    {
      job: 'remind-of-meeting',
      of: { meetingId, startsAt: startsAt.toISOString() },
      key: reminderKey(meetingId),
    },
    { moment: startsAt, now },
  );

export const takeBackMeetingReminder = (tx: Tx, meetingId: number): Promise<void> =>
  dequeue(tx, reminderKey(meetingId));
