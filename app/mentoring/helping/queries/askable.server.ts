import { CompiledQuery } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { capacityOf } from '#app/mentoring/helping/rows/capacity-statement.server.ts';
import { type Capacity, canBeAsked } from '#app/mentoring/helping/rules/capacity.ts';
import type { Clock } from '#app/time/clock.ts';
import { databasePool, db, type Executor } from '#db/database.server.ts';

/** One of several people, and whether they can be asked now. */
export type Askable = { personId: number; name: string } & ReturnType<typeof canBeAsked>;

/**
 * Whether these people can be asked by somebody now, in the order given; who is not here is left
 * out. Whether the two may ask each other at all (a circle, `beyond_circles`) is the caller's.
 * @param on a transaction, for whoever sends
 */
export async function askableAmong(
  asker: { personId: number },
  personIds: readonly number[],
  { now = new Date(), on = db }: Clock & { on?: Executor } = {},
): Promise<Askable[]> {
  const { rows } = await on.executeQuery<{ id: number; name: string; capacity: Capacity }>(
    CompiledQuery.raw(ASKABLE, [asker.personId, personIds]),
  );
  return rows.map(({ id, name, capacity }) => ({
    ...{ personId: id, name },
    ...canBeAsked(capacity, now),
  }));
}

/** The ids of a circle's members whom one of them can ask now. */
export async function askableIn(
  { circleId, personId }: Member,
  { now = new Date() }: Clock = {},
): Promise<number[]> {
  const { rows } = await databasePool().query<{ id: number; capacity: Capacity }>({
    text: MEMBERS,
    values: [personId, circleId],
  });
  return rows.filter(({ capacity }) => canBeAsked(capacity, now).ok).map(({ id }) => id);
}

const MEMBERS = `
select m.person_id as id, ${capacityOf('m.person_id', '$1::bigint')} as capacity
from membership m where m.circle_id = $2`;

const ASKABLE = `
select p.id, p.name, ${capacityOf('p.id', '$1::bigint')} as capacity
from unnest($2::bigint[]) with ordinality as given(id, nth) join person p on p.id = given.id
order by given.nth`;
