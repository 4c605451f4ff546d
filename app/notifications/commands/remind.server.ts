import { reminderAt } from '#app/notifications/rules/reminder.ts';
import { dequeue, enqueue, type JobName, type Jobs } from '#app/platform/queue.server.ts';
import type { Executor } from '#db/database.server.ts';

/** The job that reminds, and the key under which the one that waits is replaced or taken back. */
export interface Reminder<N extends JobName> {
  job: N;
  of: Jobs[N];
  key: string;
}

/** Sets the reminder of a moment in place of the one that waits; none when its time is over. */
export async function setReminder<N extends JobName>(
  tx: Executor,
  { job, of, key }: Reminder<N>,
  { moment, now }: { moment: Date; now: Date },
): Promise<void> {
  const runAt = reminderAt(moment, now);
  if (runAt) await enqueue(tx, job, of, { key, runAt });
  else await dequeue(tx, key);
}
