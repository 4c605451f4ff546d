import { partnerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { meetingFile } from '#app/calendars/rules/meeting.server.ts';
import { calendarMeeting } from '#app/mentoring/meetings/queries/meetings.server.ts';

export const loader = partnerLoader(async ({ partner, id }) => {
  const meeting = found(await calendarMeeting(partner, id('meeting')));
  return new Response(meetingFile(meeting), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="meeting.ics"',
      'Cache-Control': 'private, no-store',
    },
  });
});
