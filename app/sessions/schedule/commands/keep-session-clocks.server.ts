import { setSessionReminder, tellOfClocks } from '#app/sessions/rows/session-jobs.server.ts';
import { writeSession } from '#app/sessions/rows/session-row.server.ts';
import {
  earliestToCome,
  momentOfClock,
  movedMoment,
  type ReadClock,
} from '#app/time/wall-clock.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { type InCircle, inCircle, joined } from '#db/in-circle.server.ts';

/** So many sessions are looked at at once. */
const AT_ONCE = 1_000;

const EVERYWHERE = 'a job looks through the sessions to come of all circles';

interface Given {
  now?: Date;
  read?: ReadClock;
}

/**
 * Brings the sessions to come to the moments that their wall clocks say by this machine's zone data:
 * calendars see a change, reminders follow, and each circle's members are told once. Answers stay: they
 * were to a day and hour on the wall. Done again, or by two at once, it is done once.
 * @returns how many moved, and how many stay as they are because no clock here knows their zone
 */
export async function keepSessionClocks({ now = new Date(), read = momentOfClock }: Given = {}) {
  const kept = { moved: 0, left: 0 };
  let after = { startsAt: earliestToCome(now), id: 0 };
  for (;;) {
    const page = await sessionsAfter(after);
    const circles = new Map<number, number[]>();
    for (const session of page) {
      if (!read(session)) kept.left += 1;
      if (!movedMoment(session, now, read)) continue;
      circles.set(session.circle_id, [...(circles.get(session.circle_id) ?? []), session.id]);
    }
    for (const [circleId, ids] of circles) {
      kept.moved += await one((tx) => moveAll(tx, { circleId }, ids, { now, read }));
    }
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return kept;
    after = { startsAt: last.starts_at, id: last.id };
  }
}

/** Each circle’s is a transaction of its own: one that fails takes back nobody else’s. */
const one = (act: (tx: Tx) => Promise<number>) => db.transaction().execute(act);

const COLUMNS = ['starts_at', 'time_zone', 'on_date', 'at_time', 'second_time'] as const;

const sessionsAfter = ({ startsAt, id }: { startsAt: Date; id: number }) =>
  acrossCircles(db, EVERYWHERE)
    .selectFrom('session')
    .select(['id', 'circle_id', ...COLUMNS])
    .where(({ eb, refTuple, tuple }) => eb(refTuple('starts_at', 'id'), '>', tuple(startsAt, id)))
    .orderBy('starts_at')
    .orderBy('id')
    .limit(AT_ONCE)
    .execute();

/** Reads them again under their locks: somebody may have moved one, or called it off. */
async function moveAll(
  tx: Tx,
  circle: InCircle,
  ids: readonly number[],
  { now, read }: Required<Given>,
): Promise<number> {
  const sessions = await tx
    .selectFrom('session')
    .leftJoin('session_cancellation as off', (join) =>
      join.on(joined('off.session_id', 'session.id')),
    )
    .select(['session.id', 'off.at as off', ...COLUMNS.map((name) => `session.${name}` as const)])
    .where(inCircle(circle, 'session'))
    .where('session.id', 'in', ids)
    .orderBy('session.id')
    .forNoKeyUpdate('session')
    .execute();
  const takePlace = [];
  let moved = 0;
  for (const session of sessions) {
    const startsAt = movedMoment(session, now, read);
    if (!startsAt) continue;
    moved += 1;
    const written = await writeSession(tx, circle, session.id, now, { starts_at: startsAt });
    if (session.off) continue;
    await setSessionReminder(tx, session.id, startsAt, now);
    takePlace.push({ ...written, startsAt });
  }
  await tellOfClocks(tx, circle, takePlace, now);
  return moved;
}
