import { enqueueEach, type JobName, type Jobs, type Lacking } from '#app/platform/queue.server.ts';
import type { Executor } from '#db/database.server.ts';

/** The jobs that write to one person. */
type ToOne = { [N in JobName]: Jobs[N] extends { personId: number } ? N : never }[JobName];

/** What there is to tell: the job that writes it, and of which thing. */
export interface ToTell<N extends ToOne> {
  job: N;
  of: Lacking<Jobs[N], 'personId'>;
}

/**
 * Tells the members of a circle something, each by a job of their own, which is retried by itself.
 * Closed accounts are left out, and of a circle that is archived everybody. One statement, in the caller's transaction.
 * @param except the person ids of who is not told: who did it, or has no need of it
 */
export function tellByMail<N extends ToOne>(
  tx: Executor,
  { circleId }: { circleId: number },
  { job, of }: ToTell<N>,
  { except }: { except: readonly number[] },
): Promise<void> {
  const members = tx
    .selectFrom('membership')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'membership.person_id')
    .select('membership.person_id as personId')
    .where('membership.circle_id', '=', circleId)
    .where('closed.person_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('circle_archive').select('circle_id').where('circle_id', '=', circleId)),
      ),
    )
    .$if(except.length > 0, (query) => query.where('membership.person_id', 'not in', [...except]));
  return enqueueEach(tx, job, of, members);
}
