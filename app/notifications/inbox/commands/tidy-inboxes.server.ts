import { sql } from 'kysely';
import { daysAfter } from '#app/time/spans.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

/** How long lines are kept once they were read, and how long those that nobody reads, in days. */
const READ_DAYS = 60;
const UNREAD_DAYS = 365;
const ROWS = 5_000;
const PEOPLE = 500;

const EVERYWHERE = 'a job tidies everybody’s inbox';

/** Takes old lines out of all inboxes, a few at a time. */
export async function tidyInboxes(now = new Date()): Promise<void> {
  const everywhere = acrossCircles(db, EVERYWHERE);
  const readBefore = daysAfter(now, -READ_DAYS);
  for (let gone = ROWS; gone === ROWS; ) {
    const { numAffectedRows } = await sql`
      delete from inbox_item where ctid in (
        select ctid from inbox_item where read_at < ${readBefore} order by read_at limit ${ROWS}
      )`.execute(everywhere);
    gone = Number(numAffectedRows);
  }
  const happenedBefore = daysAfter(now, -UNREAD_DAYS);
  for (let last: number | undefined = 0; last !== undefined; ) {
    // Person by person: what is unread is found by whose it is.
    const { rows } = await sql<{ id: number }>`
      with somebody as materialized (
        select id from person where id > ${last} order by id limit ${PEOPLE}
      ), gone as (
        delete from inbox_item i using somebody
        where i.person_id = somebody.id and i.read_at is null and i.at < ${happenedBefore}
      )
      select id from somebody order by id`.execute(everywhere);
    last = rows.at(-1)?.id;
  }
}
