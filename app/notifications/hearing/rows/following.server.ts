import { CompiledQuery } from 'kysely';
import { type Following, followingBy } from '#app/notifications/hearing/rules/following.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

// What waits in the inbox is read at the very moment of muting: by that unmuting finds it again.
const MUTE = `
with muted as (
  insert into thread_following (circle_id, thread_id, person_id, muted, by_hand, at)
  values ($1, $2, $3, true, true, $4)
  on conflict (circle_id, thread_id, person_id) do update
  set muted = true, by_hand = true, at = excluded.at where not thread_following.muted
  returning at
)
update inbox_item i set read_at = muted.at
from muted
where i.circle_id = $1 and i.thread_id = $2 and i.person_id = $3 and i.read_at is null`;

const BRING_BACK = `
with was as materialized (
  select at from thread_following
  where circle_id = $1 and thread_id = $2 and person_id = $3 and muted
)
update inbox_item i set read_at = null
from was
where i.circle_id = $1 and i.thread_id = $2 and i.person_id = $3 and i.read_at = was.at
  and not exists (
    select from thread_visit v
    where v.circle_id = i.circle_id and v.thread_id = i.thread_id and v.person_id = i.person_id
      and v.seen @> i.thing_id)`;

const FOLLOW = `
insert into thread_following (circle_id, thread_id, person_id, muted, by_hand, at)
values ($1, $2, $3, false, true, $4)
on conflict (circle_id, thread_id, person_id) do update
set muted = false, by_hand = true, at = excluded.at
where thread_following.muted or not thread_following.by_hand`;

const NEITHER = `
delete from thread_following where circle_id = $1 and thread_id = $2 and person_id = $3`;

/** Somebody in one circle. */
export interface InOneCircle {
  circleId: number;
  personId: number;
}

/**
 * Sets whether a member hears of a thread's notes. Muting marks what waits for them as read; unmuting
 * brings that back, but for what they have seen meanwhile.
 * @returns what it was before; null when the circle has no such thread, or not this member
 */
export async function changeFollowing(
  tx: Tx,
  { circleId, personId }: InOneCircle,
  threadId: number,
  following: Following,
  now: Date,
): Promise<Following | null> {
  const ask = (text: string, ...more: unknown[]) =>
    tx.executeQuery(CompiledQuery.raw(text, [circleId, threadId, personId, ...more]));
  // A note that is being written has told whoever it tells, or sees what is set here. And of two
  // changes at the same time, one sees what the other made of it.
  const thread = await tx
    .selectFrom('thread')
    .innerJoin('membership', 'membership.circle_id', 'thread.circle_id')
    .select('thread.id')
    .where(inCircle({ circleId }, 'thread'))
    .where('thread.id', '=', threadId)
    .where('membership.person_id', '=', personId)
    .forShare('thread')
    .forNoKeyUpdate('membership')
    .executeTakeFirst();
  if (!thread) return null;
  const row = await tx
    .selectFrom('thread_following')
    .select('muted')
    .where(inCircle({ circleId }, 'thread_following'))
    .where('thread_id', '=', threadId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (following === 'muted') await ask(MUTE, now);
  else {
    if (row?.muted) await ask(BRING_BACK);
    await (following === 'follows' ? ask(FOLLOW, now) : ask(NEITHER));
  }
  return followingBy(row?.muted);
}
