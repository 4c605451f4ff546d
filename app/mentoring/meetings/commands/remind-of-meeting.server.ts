import { dueMeetingReminder } from '#app/mentoring/meetings/queries/meeting-mail.server.ts';
import { tellPeople } from '#app/notifications/commands/tell-people.server.ts';
import { db } from '#db/database.server.ts';

/** Reminds the two, or nobody: a meeting that moved or is off has no reminder. */
export async function remindOfMeeting(of: {
  meetingId: number;
  /** ISO: the start this reminder was set for */
  startsAt: string;
}): Promise<void> {
  const due = await dueMeetingReminder(of);
  if (!due) return;
  const { meetingId, startsAt } = of;
  await tellPeople(db, due.personIds, {
    ...{ occasion: 'meeting-soon', thing: due.conversationId, detail: { meetingId } },
    ...{ by: null, at: new Date(), until: new Date(startsAt) },
    mail: {
      ...{ message: 'meeting-reminder', given: of },
      occasion: `meeting:${meetingId}:${startsAt}`,
    },
  });
}
