import { type RawBuilder, sql } from 'kysely';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Executor } from '#db/database.server.ts';

/** In the worst case more often than a message is tried: a process that is killed counts as well. */
const MOST_TAKES = 1_000;

/**
 * The statement that writes messages, for a `with` of its own; it returns their ids and people.
 * The same one (kind, occasion, recipient) again is nothing.
 * @param rows a select of kind, occasion, recipient, person_id, circle_id, given, in this order
 */
export const writtenMessages = (
  rows: RawBuilder<unknown>,
): RawBuilder<{ id: number; person_id: number }> => sql`
  insert into message (kind, occasion, recipient, person_id, circle_id, given)
  ${rows}
  on conflict (kind, occasion, recipient) do nothing
  returning id, person_id`;

/**
 * The statement that has messages sent: one job for each row of `from`, a `with` that has their ids.
 * A message has one job at most, by its key.
 * @param runAt not before this moment
 */
export const haveSent = (from: string, { runAt = null as Date | null } = {}) => sql`
  select from (
    select array_agg((
      'send-message', json_build_object('messageId', each.id), null, ${runAt}::timestamptz,
      ${MOST_TAKES}::smallint, 'message:' || each.id, null, null
    )::graphile_worker.job_spec) as specs
    from ${sql.table(from)} as each having count(*) > 0
  ) as jobs, graphile_worker.add_jobs(jobs.specs)`;

/** For statements about messages: each is one recipient's, of whichever circle. */
export const messagesOn = <On extends Executor>(on: On): On =>
  acrossCircles(on, 'a message is its recipient’s');

/** Those that are neither sent, nor dropped, nor given up. */
export const waitingMessages = (on: Executor) =>
  messagesOn(on)
    .selectFrom('message')
    .where('sent_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where('failed_at', 'is', null);
