import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Member } from '#app/access/proofs.ts';
import { recursWords } from '#app/series/words.ts';
import { isStale, type ReplyAnswer } from '#app/sessions/rules/session.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import type { SeriesLine, SeriesView } from './series-view.ts';

/** One series of the circle with its sessions to come, in one round trip; null for none. */
export async function seriesOf(
  member: Member,
  seriesId: number,
  { now = new Date() }: Clock = {},
): Promise<SeriesView | null> {
  const row = await db
    .selectFrom('series')
    .leftJoin('person as facilitator', 'facilitator.id', 'series.facilitator_id')
    .select(['series.id', 'series.version', 'series.title', 'series.rule', 'series.starts_on'])
    .select(['series.at_time', 'series.time_zone', 'series.minutes', 'series.place'])
    .select(['series.facilitator_id', 'facilitator.name as facilitator', 'series.until_on'])
    .select(['series.ended_at', 'series.follows_id'])
    .select((from) => [
      from
        .selectFrom('series as next')
        .select(({ fn }) => fn.max('next.id').as('id'))
        .where(joined('next.follows_id', 'series.id'))
        .as('followed_by'),
      jsonObjectFrom(
        from
          .selectFrom('reading')
          .innerJoin('book', (join) => join.on(joined('book.id', 'reading.book_id')))
          .leftJoin('reading_end as ended', (join) =>
            join.on(joined('ended.reading_id', 'reading.id')),
          )
          .select(['reading.id', 'book.title as bookTitle'])
          .select(sql<string>`coalesce(ended.ended_on, reading.ends_on)`.as('endsOn'))
          .where(joined('reading.id', 'series.reading_id')),
      ).as('reading'),
      jsonArrayFrom(
        from
          .selectFrom('session')
          .leftJoin('session_cancellation as off', (join) =>
            join.on(joined('off.session_id', 'session.id')),
          )
          .leftJoin('session_reply as mine', (join) =>
            join
              .on(joined('mine.session_id', 'session.id'))
              .on('mine.person_id', '=', member.personId),
          )
          .select(['session.id', 'session.starts_at as startsAt', 'session.title'])
          .select(['session.occurs_on as occursOn', 'session.changed_alone as changedAlone'])
          .select(['session.moved_at', 'off.reason as cancelled', 'mine.answer'])
          .select('mine.replied_at')
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
          .where(joined('session.series_id', 'series.id'))
          .where('session.starts_at', '>', now)
          // What its series did away with is no day of it any more.
          .where(sql<boolean>`off.of_series is not true`)
          .orderBy('session.starts_at')
          .limit(MOST_SHOWN),
      ).as('sessions'),
    ])
    .where(inCircle(member, 'series'))
    .where('series.id', '=', seriesId)
    .executeTakeFirst();
  if (!row) return null;
  const { rule, at_time: time, time_zone: timeZone, facilitator, facilitator_id } = row;
  return {
    ...{ id: row.id, version: row.version, title: row.title, rule, time, timeZone },
    recurs: recursWords({ rule, time, timeZone }, member.viewer.timeZone),
    startsOn: row.starts_on,
    ...{ minutes: row.minutes, place: row.place, untilOn: row.until_on, reading: row.reading },
    facilitator: facilitator_id && facilitator ? { id: facilitator_id, name: facilitator } : null,
    endedAt: row.ended_at?.toISOString() ?? null,
    ...{ followedBy: row.followed_by, follows: row.follows_id },
    sessions: row.sessions.map(({ moved_at, replied_at, answer, ...session }) => {
      const moved = moved_at === null ? null : new Date(moved_at);
      const stale = replied_at !== null && isStale(new Date(replied_at), moved);
      return {
        ...session,
        startsAt: new Date(session.startsAt).toISOString(),
        occursOn: session.occursOn ?? '',
        coming: session.coming ?? 0,
        mine: stale ? null : (answer as ReplyAnswer | null),
      };
    }),
  };
}

const MOST_SHOWN = 60;

/** The series of the circle that go on. */
export async function seriesNow(
  member: Member,
  { now = new Date() }: Clock = {},
): Promise<SeriesLine[]> {
  const rows = await lines(member)
    .where('series.ended_at', 'is', null)
    .where(({ or, eb }) =>
      or([
        eb('series.until_on', 'is', null),
        eb('series.until_on', '>=', todayIn(member.circle.timeZone, now)),
      ]),
    )
    .where(({ or, eb }) =>
      or([
        eb('series.book_ends_on', 'is', null),
        eb('series.book_ends_on', '>=', todayIn(member.circle.timeZone, now)),
      ]),
    )
    .orderBy('series.id')
    .limit(20)
    .execute();
  return rows.map((row) => asLine(row, member));
}

/** The series that a session is of; null for one by itself. */
export async function seriesOfSession(
  member: Member,
  sessionId: number,
): Promise<SeriesLine | null> {
  const row = await lines(member)
    .innerJoin('session', (join) => join.on(joined('session.series_id', 'series.id')))
    .where('session.id', '=', sessionId)
    .executeTakeFirst();
  return row ? asLine(row, member) : null;
}

const lines = (member: Member) =>
  db
    .selectFrom('series')
    .select(['series.id', 'series.title', 'series.rule', 'series.at_time', 'series.time_zone'])
    .where(inCircle(member, 'series'));

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

const asLine = ({ id, title, rule, at_time, time_zone }: LineRow, member: Member): SeriesLine => ({
  ...{ id, title },
  recurs: recursWords({ rule, time: at_time, timeZone: time_zone }, member.viewer.timeZone),
});
