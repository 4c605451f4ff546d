import type { Task, TaskList } from 'graphile-worker';
import { unhurried } from '#db/database.server.ts';
import { calm } from './platform/calm.server.ts';
import type { JobHandler, JobName } from './platform/queue.server.ts';

/** The background jobs of every room, by name: a room's `jobs.server.ts` is found, not listed. */
const jobs: Partial<{ [N in JobName]: JobHandler<N> }> = Object.assign(
  {},
  ...Object.values(import.meta.glob('/app/*/jobs.server.ts', { eager: true, import: 'jobs' })),
);

/** The jobs as graphile-worker takes them. */
export const taskList: TaskList = Object.fromEntries(
  Object.entries(jobs as Record<string, (payload: never) => Promise<void>>).map(
    ([name, run]): [string, Task] => [
      name,
      async (payload) => {
        await calm.come();
        await unhurried(() => run(payload as never));
      },
    ],
  ),
);
