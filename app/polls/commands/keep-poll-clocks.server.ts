import { sql } from 'kysely';
import {
  earliestToCome,
  momentOfClock,
  movedMoment,
  type ReadClock,
  type WallClock,
} from '#app/time/wall-clock.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

interface Given {
  now?: Date;
  read?: ReadClock;
}

const EVERYWHERE = 'a job looks through the polls of all circles that are not decided';

/**
 * Brings the slots to come of polls that go on, and when those close, to the moments that their wall
 * clocks say by this machine's zone data. Nobody is told: nothing is decided yet. Done again, or by two
 * at once, it is done once, and a slot or a close that was set anew meanwhile stays as it was set.
 * @returns how many moved
 */
export async function keepPollClocks({ now = new Date(), read = momentOfClock }: Given = {}) {
  const [slots, closes] = await Promise.all([slotsToCome(now), closesToCome(now)]);
  const moved = {
    slots: slots.flatMap((row) => movedTo(row, now, read)),
    closes: closes.flatMap((row) => movedTo(row, now, read)),
  };
  if (moved.slots.length + moved.closes.length === 0) return 0;
  await db.transaction().execute(async (tx) => {
    const on = acrossCircles(tx, EVERYWHERE);
    await sql`
      update time_poll_slot s set starts_at = m.to_moment from ${movesOf(moved.slots)}
      where s.circle_id = m.circle_id and s.id = m.id and s.starts_at = m.from_moment`.execute(on);
    await sql`
      update time_poll p set closes_at = m.to_moment from ${movesOf(moved.closes)}
      where p.circle_id = m.circle_id and p.id = m.id and p.closes_at = m.from_moment`.execute(on);
  });
  return moved.slots.length + moved.closes.length;
}

interface Row extends WallClock {
  circle_id: number;
  id: number;
}

function movedTo(row: Row, now: Date, read: ReadClock) {
  const to = movedMoment(row, now, read);
  const { circle_id, id, starts_at } = row;
  return to ? [{ circle_id, id, from_moment: starts_at, to_moment: to }] : [];
}

const movesOf = (moves: readonly object[]) => sql`
  json_to_recordset(${JSON.stringify(moves)}::json)
    as m (circle_id bigint, id bigint, from_moment timestamptz, to_moment timestamptz)`;

const slotsToCome = async (now: Date) => {
  const { rows } = await sql<Row>`
    select s.circle_id, s.id, s.starts_at, p.time_zone, s.on_date, s.at_time, s.second_time
    from time_poll_slot s
    join time_poll p on p.circle_id = s.circle_id and p.id = s.poll_id
    where s.starts_at > ${earliestToCome(now)} and s.taken_away_at is null and ${goesOn}
    order by s.id`.execute(acrossCircles(db, EVERYWHERE));
  return rows;
};

/** Where clocks show that hour twice, it closes at the second. */
const closesToCome = async (now: Date) => {
  const { rows } = await sql<Row>`
    select p.circle_id, p.id, p.closes_at as starts_at, p.time_zone, p.closes_on as on_date,
      p.closes_time as at_time, true as second_time
    from time_poll p
    where p.closes_at > ${earliestToCome(now)} and ${goesOn}
    order by p.id`.execute(acrossCircles(db, EVERYWHERE));
  return rows;
};

const goesOn = sql`not exists (
  select from time_poll_end e where e.circle_id = p.circle_id and e.poll_id = p.id)`;
