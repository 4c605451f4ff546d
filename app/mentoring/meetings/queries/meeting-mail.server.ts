import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { stillTheirs } from '#app/mentoring/conversations/rows/still-theirs.server.ts';
import type { MeetingTold } from '#app/mentoring/meetings/mail/meeting-told.tsx';
import { canCancel, sessionState } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';

interface Of {
  meetingId: number;
  personId: number;
}

/**
 * What a mail about a meeting says to one of the two, read when it is sent; null when it is over, or
 * the conversation is not theirs any more.
 */
async function meetingToMail(of: Of) {
  const row = await mailRow(of).where(stillTheirs('c', of.personId)).executeTakeFirst();
  return row ? asMail(row) : null;
}

function mailRow({ meetingId, personId }: Of) {
  return db
    .selectFrom('conversation_meeting as meeting')
    .innerJoin('conversation as c', 'c.id', 'meeting.conversation_id')
    .innerJoin('person as reader', (join) => join.on('reader.id', '=', personId))
    .innerJoin('person as other', (join) =>
      join
        .on('other.id', '<>', personId)
        .on((eb) =>
          eb.or([
            eb('other.id', '=', eb.ref('c.asker_id')),
            eb('other.id', '=', eb.ref('c.helper_id')),
          ]),
        ),
    )
    .select([
      'meeting.conversation_id as conversationId',
      'meeting.calendar_uid as uid',
      'meeting.calendar_sequence as sequence',
      'meeting.starts_at as startsAt',
      'meeting.time_zone as setIn',
      'meeting.minutes',
      'meeting.place',
      'meeting.changed_at as changedAt',
      'meeting.cancelled_at',
      'reader.name',
      'reader.email',
      'reader.time_zone as zone',
      'other.name as other',
      'other.time_zone as otherZone',
    ])
    .select(({ fn }) => fn.coalesce('meeting.timed_by', 'meeting.created_by').as('timedBy'))
    .select('reader.id as readerId')
    .where('meeting.id', '=', meetingId)
    .where((eb) => eb.or([eb('c.asker_id', '=', personId), eb('c.helper_id', '=', personId)]));
}

function asMail(row: Awaited<ReturnType<ReturnType<typeof mailRow>['executeTakeFirstOrThrow']>>) {
  const { cancelled_at, name, email, zone, other, otherZone, setIn, ...of } = row;
  const { timedBy, readerId, ...rest } = of;
  const meeting = { ...rest, cancelled: cancelled_at !== null, with: other };
  if (sessionState(meeting, new Date()) === 'past') return null;
  return {
    to: { name, address: email },
    ...{ meeting, zone, otherZone, setIn, path: addressOfConversation(row.conversationId) },
    // Whoever proposes a time comes to it; the other says so by keeping it.
    answer: timedBy === readerId ? ('yes' as const) : null,
  };
}

/** A meeting that is off is not announced any more: its own mail follows, and says so. */
export async function meetingToldToMail(of: Of, by: number | null, told: MeetingTold) {
  const mail = await meetingToMail(of);
  if (!mail || mail.meeting.cancelled !== (told.what === 'off')) return null;
  return { ...mail, told, by: by === of.personId ? 'You' : mail.meeting.with };
}

/**
 * What takes a meeting out of a calendar, because its conversation is over. It is read also by
 * somebody who is blocked; not by who wants no mail of what is between people, who was sent none.
 */
export async function meetingGoneToMail(of: Of) {
  const row = await mailRow(of)
    .leftJoin('between_volume as wants', 'wants.person_id', 'reader.id')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'reader.id')
    .where((eb) => eb.or([eb('wants.volume', 'is', null), eb('wants.volume', '<>', 'nothing')]))
    .where('closed.person_id', 'is', null)
    .where('meeting.cancelled_at', 'is not', null)
    .executeTakeFirst();
  return row ? asMail(row) : null;
}

/** What moved, is off or has begun is not what was to be reminded of. */
export async function meetingReminderToMail({ startsAt, ...of }: Of & { startsAt: string }) {
  const mail = await meetingToMail(of);
  if (!mail || !canCancel(mail.meeting, new Date())) return null;
  return mail.meeting.startsAt.toISOString() === startsAt ? mail : null;
}

/** The two to remind of a meeting; none when it moved, is off or has begun. */
export async function dueMeetingReminder(of: {
  meetingId: number;
  startsAt: string;
}): Promise<{ personIds: number[]; conversationId: number } | null> {
  const row = await db
    .selectFrom('conversation_meeting as meeting')
    .innerJoin('conversation as c', 'c.id', 'meeting.conversation_id')
    .select(['c.id', 'c.asker_id', 'c.helper_id'])
    .where('meeting.id', '=', of.meetingId)
    .where('meeting.starts_at', '=', new Date(of.startsAt))
    .where('meeting.cancelled_at', 'is', null)
    .executeTakeFirst();
  if (!row || new Date(of.startsAt) <= new Date()) return null;
  return { personIds: [row.asker_id, row.helper_id], conversationId: row.id };
}
