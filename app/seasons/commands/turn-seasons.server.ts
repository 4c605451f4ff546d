import { sql } from 'kysely';
import { isOver } from '#app/seasons/rows/standing-wrap.server.ts';
import { endOfDay, usualAnswerDay } from '#app/seasons/rules/answer-by.server.ts';
import { BY_ITSELF_DAYS } from '#app/seasons/rules/seasons.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { beginWrap, dropWrap } from './begin-wrap.server.ts';
import { settleList } from './settle-list.server.ts';

interface Due {
  circle_id: number;
  reading_id: number;
}

/**
 * Every hour: opens the wraps of readings whose last day is over, takes back those of readings that
 * go on again by a longer plan, and opens the lists that wait for nobody since somebody left.
 */
export async function turnSeasons({ now = new Date() } = {}): Promise<void> {
  const everywhere = acrossCircles(db, 'a job turns the seasons of every circle');
  const ending = await sql<Due & { time_zone: string }>`
    select r.circle_id, r.id as reading_id, c.time_zone
    from reading r join circle c on c.id = r.circle_id
    where r.ends_on < (${now}::timestamptz at time zone c.time_zone)::date
      and r.ends_on >= (${now}::timestamptz at time zone c.time_zone)::date - ${BY_ITSELF_DAYS}::int
      and not exists (select from reading_end e
        where e.circle_id = r.circle_id and e.reading_id = r.id)
      and not exists (select from wrap w
        where w.circle_id = r.circle_id and w.reading_id = r.id)`.execute(everywhere);
  for (const { circle_id, reading_id, time_zone } of ending.rows) {
    const answerBy = endOfDay(usualAnswerDay(time_zone, now), time_zone);
    const of = { circleId: circle_id, readingId: reading_id, zone: time_zone };
    await beginByItself({ ...of, answerBy }, now);
  }
  const standing = await sql<Due & { over: boolean }>`
    select w.circle_id, w.reading_id, ${isOver(now)} as over
    from wrap w
    join reading r on r.circle_id = w.circle_id and r.id = w.reading_id
    join circle c on c.id = w.circle_id
    where not ${isOver(now)} or not exists (select from list_opening l
      where l.circle_id = w.circle_id and l.reading_id = w.reading_id)`.execute(everywhere);
  for (const { circle_id, reading_id, over } of standing.rows) {
    const of = { circleId: circle_id, readingId: reading_id };
    if (over) await settleList(of, { now });
    else await drop(of);
  }
}

const beginByItself = (wrap: Omit<Parameters<typeof beginWrap>[1], 'openedBy'>, now: Date) =>
  db.transaction().execute((tx) => beginWrap(tx, { ...wrap, openedBy: null }, now));

const drop = (of: Parameters<typeof dropWrap>[1]) =>
  db.transaction().execute((tx) => dropWrap(tx, of));
