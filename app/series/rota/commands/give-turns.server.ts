import { holderOf, holdMembers } from '#app/series/rota/rows/duty.server.ts';
import { giveTurn, rotaOf } from '#app/series/rota/rows/giving.server.ts';
import { DUTIES } from '#app/series/rota/rules/turn.ts';
import { lockedSession } from '#app/sessions/rows/session-row.server.ts';
import { notCancelled } from '#app/sessions/rows/session-rows.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** Turns are given at so many sessions to come: what is further off, nobody knows yet. */
const AHEAD = 2;

/** Gives the turns of one circle, or of all. */
export async function giveTurns(
  { circleId }: { circleId?: number },
  { now = new Date() }: { now?: Date } = {},
): Promise<void> {
  const circles = await acrossCircles(db, 'a sweep looks at every circle')
    .selectFrom('rota')
    .innerJoin('circle', 'circle.id', 'rota.circle_id')
    .leftJoin('circle_archive as archived', 'archived.circle_id', 'circle.id')
    .select(['circle.id', 'circle.time_zone'])
    .where('archived.circle_id', 'is', null)
    .where(({ or, eb }) => or([eb('rota.runs', '=', true), eb('rota.notes', '=', true)]))
    .$if(circleId !== undefined, (query) => query.where('rota.circle_id', '=', circleId ?? 0))
    .orderBy('circle.id')
    .execute();
  for (const { id, time_zone } of circles) {
    await giveIn({ circleId: id, circle: { timeZone: time_zone } }, now);
  }
}

/** A duty of a closed account is nobody’s: it goes to the next one too. */
async function giveIn(circle: { circleId: number; circle: { timeZone: string } }, now: Date) {
  await db.transaction().execute(async (tx) => {
    const rota = await rotaOf(tx, circle);
    const next = await tx
      .selectFrom('session')
      .select('session.id')
      .where(inCircle(circle, 'session'))
      .where('session.starts_at', '>', now)
      .where(notCancelled)
      .orderBy('session.starts_at')
      .orderBy('session.id')
      .limit(AHEAD)
      .execute();
    const ids = next.map(({ id }) => id);
    const held = new Map<number, NonNullable<Awaited<ReturnType<typeof lockedSession>>>>();
    for (const id of [...ids].sort((a, b) => a - b)) {
      const session = await lockedSession(tx, circle, id);
      if (session && !session.cancelled && session.startsAt > now) held.set(id, session);
    }
    await holdMembers(tx, circle);
    for (const id of ids) {
      const session = held.get(id);
      if (!session) continue;
      for (const duty of DUTIES) {
        const holder = holderOf(session, duty);
        if (!rota[duty] || (holder !== null && !(await isClosed(tx, holder)))) continue;
        const given = await giveTurn(tx, circle, session, { duty }, now);
        if (given && duty === 'run') session.facilitator_id = given.personId;
      }
    }
  });
}

const isClosed = async (tx: Parameters<typeof rotaOf>[0], personId: number) =>
  (await tx
    .selectFrom('person_deactivation')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()) !== undefined;
