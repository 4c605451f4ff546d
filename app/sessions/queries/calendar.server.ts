import type { Member } from '#app/access/proofs.ts';
import type { CalendarSession } from '#app/calendars/rules/calendar-file.server.ts';
import { asCalendarSession, calendarRows } from '#app/sessions/rows/calendar-rows.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** What the calendar file of a session of this circle says; null when there is none. */
export async function calendarSession(
  member: Member,
  sessionId: number,
): Promise<CalendarSession | null> {
  const row = await calendarRows(db)
    .where(inCircle(member, 'session'))
    .where('session.id', '=', sessionId)
    .executeTakeFirst();
  return row ? asCalendarSession(row) : null;
}
