import { seriesInCalendar } from '#app/calendars/queries/series-in-calendar.server.ts';
import type { CalendarSession } from '#app/calendars/rules/calendar-file.server.ts';
import type { CalendarSeries } from '#app/calendars/rules/series.server.ts';
import { addressOfSession, addressOfSessions } from '#app/sessions/addresses.ts';
import { asCalendarSession, calendarRows } from '#app/sessions/rows/calendar-rows.server.ts';
import { todayIn } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** More than this nobody puts into a calendar at once. */
const MOST_SESSIONS = 30;

/** The sessions that a circle has set, for somebody who joined it; null when none is to come. */
export async function sessionsSetToMail(circleId: number, personId: number) {
  const at = new Date();
  const rows = await sessionsToCome(circleId, at).limit(MOST_SESSIONS).execute();
  return toMember({ circleId, personId, at }, rows, rows.map(asCalendarSession));
}

/** The sessions that other rules of clocks moved, to one member; null when all of them are over or off. */
export async function clocksChangedToMail(
  { circleId, sessionIds }: { circleId: number; sessionIds: readonly number[] },
  personId: number,
) {
  const at = new Date();
  const rows = await sessionsToCome(circleId, at)
    .select('session.time_zone')
    .where('session.id', 'in', sessionIds)
    .execute();
  const sessions = rows.map((row) => ({ ...asCalendarSession(row), setIn: row.time_zone }));
  return toMember({ circleId, personId, at }, rows, sessions);
}

const sessionsToCome = (circleId: number, at: Date) =>
  calendarRows(db)
    .where(inCircle({ circleId }, 'session'))
    .where('session.starts_at', '>', at)
    .where('cancellation.at', 'is', null)
    .orderBy('session.starts_at')
    .orderBy('session.id');

/** What several sessions are told to one member with; null to who is none, and where there are none. */
async function toMember<Session extends CalendarSession>(
  { circleId, personId, at }: { circleId: number; personId: number; at: Date },
  rows: readonly { series_id: number | null }[],
  sessions: readonly Session[],
) {
  const circle = { circleId };
  const [next, ...more] = sessions;
  if (!next) return null;
  const ids = new Set(rows.flatMap(({ series_id }) => series_id ?? []));
  const [person, series] = await Promise.all([
    db
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .select(['person.name', 'person.email', 'person.time_zone'])
      .where(inCircle(circle, 'membership'))
      .where('membership.person_id', '=', personId)
      .executeTakeFirst(),
    seriesInCalendar(circle, [...ids]),
  ]);
  if (!person) return null;
  const { slug, name } = next.circle;
  return {
    to: { name: person.name, address: person.email },
    ...{ circleId, circle: name, sessions, series, at },
    zone: person.time_zone,
    path: more.length > 0 ? addressOfSessions(slug) : addressOfSession(slug, next.id),
  };
}

/**
 * What is to come of a circle and stands in the calendar of somebody who left it; null when there is
 * nothing, or they are back.
 */
export async function sessionsLeftToMail(circleId: number, personId: number) {
  const circle = { circleId };
  const at = new Date();
  const person = await db
    .selectFrom('person')
    .leftJoin('membership', (join) =>
      join.onRef('membership.person_id', '=', 'person.id').on(inCircle(circle, 'membership')),
    )
    .select(['person.name', 'person.email'])
    .select(({ selectFrom }) =>
      selectFrom('circle').select('name').where('circle.id', '=', circleId).as('circle'),
    )
    .where('person.id', '=', personId)
    .where('membership.person_id', 'is', null)
    .executeTakeFirst();
  if (!person?.circle) return null;
  const [rows, held] = await Promise.all([
    calendarRows(db)
      .innerJoin('session_invited as held', (join) =>
        join
          .onRef('held.circle_id', '=', 'session.circle_id')
          .onRef('held.session_id', '=', 'session.id'),
      )
      .where(inCircle(circle, 'session'))
      .where('held.person_id', '=', personId)
      .where('held.cancelled_at', 'is', null)
      .where('session.starts_at', '>', at)
      .orderBy('session.starts_at')
      .execute(),
    db
      .selectFrom('series_invited')
      .select('series_id as id')
      .where(inCircle(circle, 'series_invited'))
      .where('person_id', '=', personId)
      .where('cancelled_at', 'is', null)
      .execute(),
  ]);
  const sessions = rows.map(asCalendarSession);
  const all = await seriesInCalendar(
    circle,
    held.map(({ id }) => id),
  );
  const series = all.filter((one) => goesOn(one, at));
  if (sessions.length + series.length === 0) return null;
  const to = { name: person.name, address: person.email };
  return { to, circleId, circle: person.circle, sessions, series, at };
}

/** Whether one may be to come: what was of a series that is over stays in its calendars. */
const goesOn = ({ untilOn, zone, otherwise }: CalendarSeries, at: Date) =>
  untilOn === null ||
  untilOn >= todayIn(zone, at) ||
  otherwise.some(({ startsAt }) => startsAt > at);
