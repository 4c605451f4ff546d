import { CompiledQuery } from 'kysely';
import type { BetweenVolume } from '#app/notifications/hearing/rules/volumes.ts';
import type { Executor, Tx } from '#db/database.server.ts';
import { retimed, waitingItems } from './waiting-mail.server.ts';

const CHANGED = 'changed c join inbox_item i on i.circle_id is null';

const CHANGE = `
with changed as materialized (
  select null::bigint as circle_id, coalesce(v.volume, 'everything') as was
  from person p left join between_volume v on v.person_id = p.id
  where p.id = $1 and coalesce(v.volume, 'everything') <> $2
), waiting as materialized (
  ${waitingItems({ from: CHANGED, volume: '$2' })}
), timed as (
  ${retimed('$3')}
)
insert into between_volume (person_id, volume, was, hushed, at)
select $1, $2, c.was, array(select topic from waiting w where w.hushed), $3
from changed c
on conflict (person_id) do update
set volume = excluded.volume, was = excluded.was, hushed = excluded.hushed, at = excluded.at
returning person_id`;

/**
 * Sets how much mail somebody wants of asks and conversations, and when what waits is mailed.
 * @returns whether it was another
 */
export async function changeBetweenVolume(
  tx: Tx,
  personId: number,
  volume: BetweenVolume,
  now: Date,
): Promise<boolean> {
  await holdPerson(tx, personId);
  const { rows } = await tx.executeQuery(CompiledQuery.raw(CHANGE, [personId, volume, now]));
  return rows.length > 0;
}

const TAKE_BACK = `
with changed as materialized (
  select null::bigint as circle_id, was, hushed from between_volume
  where person_id = $1 and at = $2 and was is not null
), waiting as materialized (
  ${waitingItems({
    ...{ from: CHANGED, volume: 'c.was' },
    also: 'i.message_id is null and i.topic = any(c.hushed)',
  })}
), timed as (
  ${retimed('$3')}
)
update between_volume v set volume = c.was, was = null, hushed = '{}', at = $3
from changed c
where v.person_id = $1`;

/** Takes back what was set at a moment, and nothing that was set since. Twice is once. */
export async function takeBackBetweenVolume(
  tx: Tx,
  personId: number,
  at: Date,
  now: Date,
): Promise<void> {
  await holdPerson(tx, personId);
  await tx.executeQuery(CompiledQuery.raw(TAKE_BACK, [personId, at, now]));
}

/** What they want of it. */
export async function betweenVolumeOf(on: Executor, personId: number): Promise<BetweenVolume> {
  const row = await on
    .selectFrom('between_volume')
    .select('volume')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return (row?.volume as BetweenVolume | undefined) ?? 'everything';
}

/** One of two changes at the same time sees what the other made of it. */
const holdPerson = (tx: Tx, personId: number) =>
  tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute();
