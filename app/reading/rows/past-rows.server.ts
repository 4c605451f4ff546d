import { type SqlBool, sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import { todayOf } from './reading-rows.server.ts';

/**
 * What a circle has read, the latest first, and whether somebody wrote what they took from it.
 * @param before the id of a reading: those before it only
 */
export const pastRows = (member: Member, before: number | null, clock: Clock) =>
  db
    .selectFrom('reading')
    .innerJoin('book', (join) => join.on(joined('book.id', 'reading.book_id')))
    .leftJoin('reading_end as end', (join) => join.on(joined('end.reading_id', 'reading.id')))
    .select(['reading.id', 'reading.starts_on as startsOn', 'reading.ends_on as endsOn'])
    .select(['end.ended_on as endedOn', 'book.title', 'book.author'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('takeaway')
          .innerJoin('wrap', (join) => join.on(joined('wrap.reading_id', 'takeaway.reading_id')))
          .leftJoin('takeaway_removal as removal', (join) =>
            join
              .on(joined('removal.reading_id', 'takeaway.reading_id'))
              .onRef('removal.person_id', '=', 'takeaway.person_id'),
          )
          .select('takeaway.person_id')
          .where(joined('takeaway.reading_id', 'reading.id'))
          .where('removal.at', 'is', null),
      ).as('told'),
    )
    .where(inCircle(member, 'reading'))
    .where(({ or, eb }) =>
      or([
        eb('end.reading_id', 'is not', null),
        eb('reading.ends_on', '<', todayOf(member, clock)),
      ]),
    )
    .$if(before !== null, (query) =>
      query.where(sql<SqlBool>`(reading.starts_on, reading.id) < (
        select f.starts_on, f.id from reading f
        where f.circle_id = ${member.circleId} and f.id = ${before})`),
    )
    .orderBy('reading.starts_on', 'desc')
    .orderBy('reading.id', 'desc');

export type PastRow = Awaited<ReturnType<ReturnType<typeof pastRows>['execute']>>[number];
