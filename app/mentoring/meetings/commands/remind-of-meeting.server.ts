import { dueMeetingReminder } from '#app/mentoring/meetings/queries/meeting-mail.server.ts';
import { postAll } from '#app/notifications/commands/post.server.ts';
import { db } from '#db/database.server.ts';

/** Reminds the two, or nobody: a meeting that moved or is off has no reminder. */
export async function remindOfMeeting(of: {
  meetingId: number;
  /** ISO: the start this reminder was set for */
  startsAt: string;
}): Promise<void> {
  const due = await dueMeetingReminder(of);
  if (!due) return;
  await postAll(
    db,
    due.personIds.map((personId) => ({
      message: 'meeting-reminder' as const,
      given: of,
      occasion: `meeting:${of.meetingId}:${of.startsAt}`,
      to: { personId },
    })),
  );
}
