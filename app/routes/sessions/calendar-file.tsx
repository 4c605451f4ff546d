import { memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { calendarFile } from '#app/calendars/rules/calendar-file.server.ts';
import { calendarSession } from '#app/sessions/queries/calendar.server.ts';

export const loader = memberLoader(async ({ member, id }) => {
  const session = found(await calendarSession(member, id('session')));
  return new Response(calendarFile(session), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="session.ics"',
      'Cache-Control': 'private, no-store',
    },
  });
});
