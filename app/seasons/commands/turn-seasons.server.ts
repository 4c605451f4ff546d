import { sql } from 'kysely';
import { type Ending, ending, isOver } from '#app/seasons/rows/standing-wrap.server.ts';
import { endOfDay, usualAnswerDay } from '#app/seasons/rules/answer-by.server.ts';
import { BY_ITSELF_DAYS } from '#app/seasons/rules/seasons.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { beginWrap, dropWrap } from './begin-wrap.server.ts';
import { settleList } from './settle-list.server.ts';

interface Due extends Ending {
  circle_id: number;
  reading_id: number;
}

/**
 * Every hour: opens the wraps of readings whose last day is over, takes back those of readings that
 * go on again by a longer plan, and opens the lists that wait for nobody since somebody left. In a
 * circle that is archived nothing turns.
 */
export async function turnSeasons({ now = new Date() } = {}): Promise<void> {
  const everywhere = acrossCircles(db, 'a job turns the seasons of every circle');
  // No zone is further than a day from UTC.
  const today = todayIn('UTC', now);
  const ended = await sql<Due>`
    select r.circle_id, r.id as reading_id, ${ending}
    from reading r join circle c on c.id = r.circle_id
    where r.ends_on between ${addDays(today, -BY_ITSELF_DAYS - 1)} and ${addDays(today, 1)}
      and not exists (select from reading_end e
        where e.circle_id = r.circle_id and e.reading_id = r.id)
      and not exists (select from wrap w
        where w.circle_id = r.circle_id and w.reading_id = r.id)
      and ${turns}`.execute(everywhere);
  for (const due of ended.rows) {
    const { circle_id, reading_id, circle_zone: zone, ends_on } = due;
    const since = addDays(todayIn(zone, now), -BY_ITSELF_DAYS);
    if (!isOver(due, now) || ends_on < since) continue;
    const answerBy = endOfDay(usualAnswerDay(zone, now), zone);
    const of = { circleId: circle_id, readingId: reading_id, zone };
    await beginByItself({ ...of, answerBy }, now);
  }
  const standing = await sql<Due & { opened: boolean }>`
    select w.circle_id, w.reading_id, ${ending}, exists (select from list_opening l
      where l.circle_id = w.circle_id and l.reading_id = w.reading_id) as opened
    from wrap w
    join reading r on r.circle_id = w.circle_id and r.id = w.reading_id
    join circle c on c.id = w.circle_id
    where ${turns}`.execute(everywhere);
  for (const wrap of standing.rows) {
    const of = { circleId: wrap.circle_id, readingId: wrap.reading_id };
    if (isOver(wrap, now)) {
      if (!wrap.opened) await settleList(of, { now });
    } else await drop(of);
  }
}

const turns = sql`not exists (select from circle_archive a where a.circle_id = c.id)`;

const beginByItself = (wrap: Omit<Parameters<typeof beginWrap>[1], 'openedBy'>, now: Date) =>
  db.transaction().execute((tx) => beginWrap(tx, { ...wrap, openedBy: null }, now));

const drop = (of: Parameters<typeof dropWrap>[1]) =>
  db.transaction().execute((tx) => dropWrap(tx, of));
