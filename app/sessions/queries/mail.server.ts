import { seriesInCalendar } from '#app/calendars/queries/series-in-calendar.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import type { SessionTold } from '#app/sessions/mail/session-told.tsx';
import type { Lead } from '#app/sessions/reminders/rules/leads.ts';
import { replyLinks } from '#app/sessions/replies/queries/reply-link.server.ts';
import { readyToAsk } from '#app/sessions/rows/asked-at.server.ts';
import { asCalendarSession, calendarRows } from '#app/sessions/rows/calendar-rows.server.ts';
import { canReply, isStale, type ReplyAnswer, sessionState } from '#app/sessions/rules/session.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { type InCircle, inCircle, inCircleOfRow, joined } from '#db/in-circle.server.ts';

interface Of {
  sessionId: number;
  personId: number;
  byPersonId: number;
}

/**
 * What a mail about a session says to one member, read when it is sent; null when they left the
 * circle or their account is closed.
 */
async function sessionToMail({ sessionId, personId, byPersonId }: Of) {
  const row = await calendarRows(acrossCircles(db, 'a job knows its session alone'))
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.circle_id', '=', 'session.circle_id')
        .on('membership.person_id', '=', personId),
    )
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .leftJoin('person as by', (join) => join.on('by.id', '=', byPersonId))
    .leftJoin('person as facilitator', 'facilitator.id', 'session.facilitator_id')
    .leftJoin('session_reply as reply', (join) =>
      join
        .onRef('reply.circle_id', '=', 'session.circle_id')
        .onRef('reply.session_id', '=', 'session.id')
        .on('reply.person_id', '=', personId),
    )
    .select([
      'person.name as person_name',
      'person.email',
      'person.time_zone as person_zone',
      'circle.time_zone as circle_zone',
      'by.name as by_name',
      'facilitator.name as facilitator',
      'cancellation.reason',
      'reply.answer',
      'reply.replied_at',
      'session.moved_at',
      'session.circle_id',
      'session.needs',
    ])
    .select(({ selectFrom }) =>
      selectFrom('session_reply as yes')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where(joined('yes.session_id', 'session.id'))
        .where('yes.answer', '=', 'yes')
        .where(({ or, eb }) =>
          or([
            eb('session.moved_at', 'is', null),
            eb('yes.replied_at', '>=', eb.ref('session.moved_at')),
          ]),
        )
        .as('coming'),
    )
    .select(readyToAsk(personId).as('ready'))
    .where(inCircleOfRow('session', { of: 'session', id: sessionId }))
    .where('session.id', '=', sessionId)
    .where('closed.person_id', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const stale = row.replied_at !== null && isStale(row.replied_at, row.moved_at);
  const session = asCalendarSession(row);
  const now = new Date();
  // Nobody is written to about what is over.
  if (sessionState(session, now) === 'past') return null;
  const open = canReply(session, now);
  return {
    session,
    circleId: row.circle_id,
    canReply: open,
    replies: open ? await replyLinks({ sessionId, personId, startsAt: session.startsAt }) : null,
    path: addressOfSession(session.circle.slug, session.id),
    to: { name: row.person_name, address: row.email },
    zone: row.person_zone,
    circleZone: row.circle_zone,
    by: personId === byPersonId ? 'You' : (row.by_name ?? 'A facilitator'),
    facilitator: row.facilitator,
    reason: row.reason ?? '',
    answer: stale ? null : (row.answer as ReplyAnswer | null),
    readyToAsk: row.ready,
    needs: row.needs,
    coming: row.coming ?? 0,
  };
}

/** What is called off is not announced any more: its own mail follows. */
export async function sessionToldToMail(of: Of, told: SessionTold) {
  const mail = await sessionToMail(of);
  if (!mail || mail.session.cancelled) return null;
  // A calendar that was told its series meanwhile has no such day: it is told all of it again.
  const series = told.what === 'restored' ? await seriesOfSession(mail, of.sessionId) : null;
  return { ...mail, told, series };
}

async function seriesOfSession(circle: InCircle, sessionId: number) {
  const session = await db
    .selectFrom('session')
    .select('series_id')
    .where(inCircle(circle, 'session'))
    .where('id', '=', sessionId)
    .executeTakeFirst();
  const [series] = await seriesInCalendar(circle, session?.series_id ? [session.series_id] : []);
  return series ?? null;
}

export async function cancellationToMail(of: Of) {
  const mail = await sessionToMail(of);
  return mail?.session.cancelled ? mail : null;
}

/**
 * A session that moved, is off or has begun is not what was to be reminded of, and whoever said no
 * meanwhile has no need of it.
 */
export async function sessionReminderToMail({
  startsAt,
  lead,
  ...of
}: Omit<Of, 'byPersonId'> & Reminder & { lead: Lead }) {
  const mail = await sessionToMail({ ...of, byPersonId: of.personId });
  if (!mail?.canReply || mail.answer === 'no') return null;
  return mail.session.startsAt.toISOString() === startsAt ? { ...mail, lead } : null;
}

/** Whoever has said meanwhile is not asked any more. */
export async function sessionAskedToMail({ startsAt, ...of }: Omit<Of, 'byPersonId'> & Reminder) {
  const mail = await sessionToMail({ ...of, byPersonId: of.personId });
  if (!mail?.canReply || mail.answer !== null || mail.needs === null) return null;
  return mail.session.startsAt.toISOString() === startsAt ? { ...mail, needs: mail.needs } : null;
}

interface Reminder {
  sessionId: number;
  /** ISO: the start it was set for */
  startsAt: string;
}
