import type { Task, TaskList } from 'graphile-worker';
import { unhurried } from '#db/database.server.ts';
import { accountJobs } from './accounts/jobs.server.ts';
import { choiceJobs } from './choosing/jobs.server.ts';
import { circleJobs } from './circles/jobs.server.ts';
import { joiningJobs } from './joining/jobs.server.ts';
import { seasonJobs } from './seasons/jobs.server.ts';
import { sessionJobs } from './sessions/jobs.server.ts';
import { shelfJobs } from './shelves/jobs.server.ts';
import { siteJobs } from './site/jobs.server.ts';

/** Every background job of the product, by name. */
const jobs = {
  ...accountJobs,
  ...circleJobs,
  ...joiningJobs,
  ...choiceJobs,
  ...seasonJobs,
  ...sessionJobs,
  ...shelfJobs,
  ...siteJobs,
};

/** The jobs as graphile-worker takes them. */
export const taskList: TaskList = Object.fromEntries(
  Object.entries<(payload: never) => Promise<void>>(jobs).map(([name, run]): [string, Task] => [
    name,
    (payload) => unhurried(() => run(payload as never)),
  ]),
);
