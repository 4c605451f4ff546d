import { CompiledQuery } from 'kysely';
import type { Volume } from '#app/notifications/hearing/rules/volumes.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircles } from '#db/in-circle.server.ts';
import { retimed, waitingItems } from './waiting-mail.server.ts';

/** Somebody, in those of their circles that they mean. */
export interface InCircles {
  personId: number;
  circleIds: readonly number[];
}

const CHANGED = 'changed c join inbox_item i on i.circle_id = c.circle_id';

const CHANGE = `
with changed as materialized (
  select m.circle_id, coalesce(v.volume, 'everything') as was
  from membership m
  left join circle_volume v on v.circle_id = m.circle_id and v.circle_id = any($2::bigint[])
    and v.person_id = m.person_id
  where m.person_id = $1 and m.circle_id = any($2::bigint[])
    and coalesce(v.volume, 'everything') <> $3
), waiting as materialized (
  ${waitingItems({ from: CHANGED, volume: '$3' })}
), timed as (
  ${retimed('$4')}
)
insert into circle_volume (circle_id, person_id, volume, was, hushed, at)
select c.circle_id, $1, $3, c.was, array(
  select topic from waiting w where w.circle_id = c.circle_id and w.hushed), $4
from changed c
on conflict (circle_id, person_id) do update
set volume = excluded.volume, was = excluded.was, hushed = excluded.hushed, at = excluded.at
returning circle_id`;

/**
 * Sets how much mail somebody wants of circles that they are in, and when what waits is mailed.
 * @returns the circles in which it was another, of those they are in
 */
export async function changeVolumes(
  tx: Tx,
  of: InCircles,
  volume: Volume,
  now: Date,
): Promise<number[]> {
  await holdMemberships(tx, of);
  const values = [of.personId, of.circleIds, volume, now];
  const { rows } = await tx.executeQuery<{ circle_id: number }>(CompiledQuery.raw(CHANGE, values));
  return rows.map(({ circle_id }) => circle_id);
}

const TAKE_BACK = `
with changed as materialized (
  select circle_id, was, hushed from circle_volume
  where person_id = $1 and circle_id = any($2::bigint[]) and at = $3 and was is not null
), waiting as materialized (
  ${waitingItems({
    ...{ from: CHANGED, volume: 'c.was' },
    also: 'i.message_id is null and i.topic = any(c.hushed)',
  })}
), timed as (
  ${retimed('$4')}
)
update circle_volume v set volume = c.was, was = null, hushed = '{}', at = $4
from changed c
where v.circle_id = c.circle_id and v.person_id = $1`;

/** Takes back what was set at a moment, and nothing that was set since. Twice is once. */
export async function takeBackVolumes(tx: Tx, of: InCircles, at: Date, now: Date): Promise<void> {
  await holdMemberships(tx, of);
  const values = [of.personId, of.circleIds, at, now];
  await tx.executeQuery(CompiledQuery.raw(TAKE_BACK, values));
}

/** One of two changes at the same time sees what the other made of it. */
const holdMemberships = (tx: Tx, { personId, circleIds }: InCircles) =>
  tx
    .selectFrom('membership')
    .select('circle_id')
    .where(inCircles(circleIds, 'membership'))
    .where('person_id', '=', personId)
    .orderBy('circle_id')
    .forNoKeyUpdate()
    .execute();
