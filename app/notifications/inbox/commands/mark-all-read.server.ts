import type { Viewer } from '#app/access/proofs.ts';
import type { MarkInboxInput } from '#app/notifications/inbox/forms.ts';
import type { Clock } from '#app/time/clock.ts';
import { databasePool } from '#db/database.server.ts';

/** Rows are taken in one order, so that two tabs never wait for each other crosswise. */
const MARK = `
with shown as materialized (
  select i.circle_id, i.topic from inbox_item i
  where i.person_id = $1 and i.read_at is null and not i.held
    and (i.at < $5::timestamptz or (coalesce(i.circle_id, 0), i.topic, i.at) in (
      select * from unnest($2::bigint[], $3::text[], $4::timestamptz[])))
    and case $6::text when 'all' then true when 'you' then i.for_you
      else not i.for_you and i.circle_id::text = $6::text end
  order by i.circle_id, i.topic for update
)
update inbox_item i set read_at = $7 from shown
where i.person_id = $1 and i.topic = shown.topic
  and i.circle_id is not distinct from shown.circle_id`;

/**
 * Marks as read what was new on a page of somebody's inbox, as it was then: what happened later to
 * one of its lines is another thing, and stays new. What is held was not there.
 * @returns the moment it is taken back by; null when nothing of it was new any more
 */
export async function markInboxRead(
  { personId }: Viewer,
  { items, before, of = 'all' }: MarkInboxInput,
  { now = new Date() }: Clock = {},
): Promise<Date | null> {
  const { rowCount } = await databasePool().query({
    text: MARK,
    values: [
      personId,
      items.map(({ circleId }) => circleId),
      items.map(({ topic }) => topic),
      items.map(({ at }) => at),
      before ?? null,
      of,
      now,
    ],
  });
  return rowCount ? now : null;
}

/** Makes what was marked as read at a moment, and only that, new again. Twice is once. */
export async function unmarkInboxRead({ personId }: Viewer, at: Date): Promise<void> {
  await databasePool().query({
    text: 'update inbox_item set read_at = null where person_id = $1 and read_at = $2',
    values: [personId, at],
  });
}
