import { sql } from 'kysely';
import type { Cloth } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';

/** What a circle shows of itself to people who may see it from outside. Callers decide who may. */
export async function outerFaceOf(circleId: number) {
  const circle = await db
    .selectFrom('circle')
    .innerJoin('membership', (join) =>
      join.onRef('membership.circle_id', '=', 'circle.id').on('membership.role', '=', 'host'),
    )
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select([
      'circle.slug',
      'circle.name',
      'circle.purpose',
      'circle.cloth',
      'circle.time_zone',
      'circle.seats',
      'circle.visibility',
      'person.name as host',
    ])
    .where('circle.id', '=', circleId)
    .executeTakeFirstOrThrow();
  return {
    slug: circle.slug,
    name: circle.name,
    purpose: circle.purpose,
    cloth: circle.cloth as Cloth,
    timeZone: circle.time_zone,
    seats: circle.seats,
    listed: circle.visibility === 'listed',
    host: circle.host,
  };
}

/** Members, offers still held and people in line behind them, at this moment. */
export async function countsOf(circleId: number, now: Date) {
  const { rows } = await sql<{ members: number; offers: number; waiting: number }>`
    select
      (select count(*) from membership where circle_id = ${circleId}) as members,
      (select count(*) from waiting_place where circle_id = ${circleId}
        and ended_at is null and offer_expires_at > ${now}) as offers,
      (select count(*) from waiting_place where circle_id = ${circleId}
        and ended_at is null and offered_at is null) as waiting`.execute(db);
  return rows[0] ?? { members: 0, offers: 0, waiting: 0 };
}
