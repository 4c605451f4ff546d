import type { Partner } from '#app/access/proofs.ts';
import type { MeetingTold } from '#app/mentoring/meetings/mail/meeting-told.tsx';
import { setReminder } from '#app/notifications/commands/remind.server.ts';
import { tellPeople } from '#app/notifications/commands/tell-people.server.ts';
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
  { personId, otherId, conversationId }: Partner,
  { id, sequence, startsAt }: Written,
  told: MeetingTold,
  at: Date,
): Promise<void> {
  const message = {
    message: 'meeting-told' as const,
    given: { meetingId: id, byPersonId: personId, ...told },
    occasion: `meeting:${id}:${sequence}`,
  };
  const happened = { thing: conversationId, by: personId, at, until: startsAt, mail: message };
  const meetingId = id;
  return tellPeople(
    tx,
    [personId, otherId],
    told.what === 'moved'
      ? { ...happened, occasion: 'meeting-moved', detail: { meetingId, was: told.was } }
      : { ...happened, occasion: `meeting-${told.what}`, detail: { meetingId } },
  );
}

/** Tells the two that other rules of clocks moved their meeting. */
export function tellOfClocks(
  tx: Tx,
  { conversationId, two }: { conversationId: number; two: readonly number[] },
  { id, sequence, startsAt }: Written,
  at: Date,
): Promise<void> {
  return tellPeople(tx, two, {
    ...{ occasion: 'meeting-clocks', thing: conversationId, detail: { meetingId: id } },
    ...{ by: null, at, until: startsAt },
    mail: {
      message: 'meeting-told',
      given: { meetingId: id, byPersonId: null, what: 'clocks' },
      occasion: `meeting:${id}:${sequence}`,
    },
  });
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
