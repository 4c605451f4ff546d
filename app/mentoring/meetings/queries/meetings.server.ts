import type { Partner } from '#app/access/proofs.ts';
import type { CalendarMeeting } from '#app/calendars/rules/meeting.server.ts';
import { MOST_MEETINGS } from '#app/mentoring/conversations/rules/conversation.ts';
import { howManyStand, meetingIn } from '#app/mentoring/meetings/rows/meeting-rows.server.ts';
import { canChange } from '#app/sessions/rules/session.ts';
import { localTimeOf, resolveLocalTime } from '#app/time/local-time.ts';
import { db } from '#db/database.server.ts';

/** A meeting in its form, on the viewer's clocks; null when there is none, or it was called off. */
export async function meetingForm(
  partner: Partner,
  meetingId: number,
  { now = new Date() }: { now?: Date } = {},
) {
  const meeting = await meetingIn(db, partner, meetingId).executeTakeFirst();
  if (!meeting || meeting.cancelled) return null;
  const { date, time, zone, choice } = localTimeOf(meeting.startsAt, partner.viewer.timeZone);
  const resolved = resolveLocalTime({ date, time, zone }, { now: new Date(0) });
  return {
    id: meeting.id,
    startsAt: meeting.startsAt.toISOString(),
    version: meeting.version,
    open: canChange(meeting, now),
    fields: {
      ...{ date, time, minutes: String(meeting.minutes), place: meeting.place },
      // Where clocks show that time twice, which of the two it is.
      ...(!resolved.ok && { twice: resolved, choice }),
    },
  };
}

/** Whether there are as many meetings as one problem takes. */
export async function standingMeetings(partner: Partner): Promise<{ full: boolean }> {
  return { full: (await howManyStand(db, partner)) >= MOST_MEETINGS };
}

/** What the calendar file of a meeting says; null when there is none. */
export async function calendarMeeting(
  partner: Partner,
  meetingId: number,
): Promise<CalendarMeeting | null> {
  const row = await meetingIn(db, partner, meetingId)
    .innerJoin('person as other', (join) => join.on('other.id', '=', partner.otherId))
    .select('other.name')
    .executeTakeFirst();
  if (!row) return null;
  const { uid, sequence, startsAt, minutes, place, changedAt, cancelled, name } = row;
  return {
    ...{ conversationId: partner.conversationId, uid, sequence, startsAt, minutes, place },
    ...{ changedAt, cancelled: cancelled !== null, with: name },
  };
}
