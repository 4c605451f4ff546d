import { type RawBuilder, sql } from 'kysely';

/** A row of the statement: one of the circles that a feed is of; or one of nulls, where it is of none. */
export interface FeedRow {
  feedId: number;
  readAt: Date | null;
  /** of all circles: with meetings of two */
  isOfAll: boolean;
  slug: string | null;
  name: string | null;
  sessions: FeedSession[] | null;
  slots: FeedSlot[] | null;
  /** the same in each row */
  meetings: FeedMeeting[] | null;
}

interface FeedEntry {
  id: number;
  uid: string;
  /** ISO */
  startsAt: string;
  minutes: number;
  place: string;
  /** ISO */
  changedAt: string;
}

export interface FeedSession extends FeedEntry {
  sequence: number;
  title: string;
  cancelled: boolean;
}

export interface FeedSlot extends FeedEntry {
  pollId: number;
  title: string;
}

export interface FeedMeeting extends FeedEntry {
  sequence: number;
  conversationId: number;
  cancelled: boolean;
  with: string;
}

const entry = (of: string, more = '') => `json_build_object('id', ${of}.id, 'uid',
  ${of}.calendar_uid, 'startsAt', ${of}.starts_at${more})`;

const whole = (of: string) =>
  `, 'sequence', ${of}.calendar_sequence, 'minutes', ${of}.minutes, 'place', ${of}.place,
  'changedAt', ${of}.changed_at`;

/**
 * What stands behind an address that somebody’s calendar reads: their sessions and meetings from a
 * moment on, and what may be. No row where there is no such address, it was ended, its person’s
 * account is closed, or they are not in its circle. In a circle at rest nothing is to come.
 */
export const feedStatement = (
  tokenHash: string,
  { since, now }: { since: Date; now: Date },
): RawBuilder<FeedRow> => sql<FeedRow>`
  with feed as (
    select f.id, f.person_id, f.circle_id, f.read_at
    from calendar_feed f
    where f.token_hash = ${tokenHash} and f.revoked_at is null
      and not exists (select from person_deactivation d where d.person_id = f.person_id)
  ), met as (
    select json_agg(${sql.raw(
      entry(
        'm',
        `${whole('m')}, 'conversationId', c.id, 'cancelled', m.cancelled_at is not null,
         'with', other.name`,
      ),
    )}) as meetings
    from feed
    join conversation c on feed.person_id in (c.asker_id, c.helper_id)
    join conversation_meeting m on m.conversation_id = c.id
    join person other on other.id <> feed.person_id and other.id in (c.asker_id, c.helper_id)
    where feed.circle_id is null and m.starts_at > ${since}
      and not exists (select from person_block b where b.blocked_id = feed.person_id
        and b.person_id in (c.asker_id, c.helper_id))
  )
  select feed.id as "feedId", feed.read_at as "readAt", feed.circle_id is null as "isOfAll",
    circle.slug, circle.name, held.sessions, may.slots, met.meetings
  from feed
  cross join met
  left join membership m on m.person_id = feed.person_id
    and m.circle_id = coalesce(feed.circle_id, m.circle_id)
  left join circle on circle.id = m.circle_id
  left join circle_archive rest on rest.circle_id = m.circle_id
  left join lateral (
    select json_agg(${sql.raw(entry('s', `${whole('s')}, 'title', s.title, 'cancelled', x.at is not null`))}) as sessions
    from session s
    left join session_cancellation x on x.circle_id = s.circle_id and x.session_id = s.id
    where s.circle_id = m.circle_id and s.starts_at > ${since}
      and (rest.at is null or s.starts_at < ${now})
  ) held on true
  left join lateral (
    select json_agg(${sql.raw(
      entry(
        'slot',
        `, 'pollId', p.id, 'title', p.title, 'minutes', p.minutes, 'place', p.place,
         'changedAt', p.changed_at`,
      ),
    )}) as slots
    from time_poll_slot slot
    join time_poll p on p.circle_id = slot.circle_id and p.id = slot.poll_id
    left join time_poll_end e on e.circle_id = slot.circle_id and e.poll_id = slot.poll_id
    where slot.circle_id = m.circle_id and slot.starts_at > ${now}
      and slot.taken_away_at is null and e.poll_id is null and rest.at is null
  ) may on true
  where feed.circle_id is null or m.person_id is not null`;
