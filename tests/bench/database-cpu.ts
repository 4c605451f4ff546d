import { readFileSync } from 'node:fs';
import pg from 'pg';

/** What /proc counts in: 100 to a second on every Linux that Node runs on. */
const TICK_MS = 10;

/**
 * A look at the CPU time that a PostgreSQL on this machine has used so far, all its processes, in
 * milliseconds; null where it cannot be seen.
 */
export async function databaseCpu(url: string): Promise<() => number | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const backend = timesOf(rows[0]?.pid);
  await client.end();
  const postmaster = backend?.parent;
  return () => {
    const gone = timesOf(postmaster)?.ofChildren;
    if (gone === undefined) return null;
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
    const alive = children
      .trim()
      .split(' ')
      .map((pid) => timesOf(Number(pid))?.own ?? 0);
    return alive.reduce((sum, own) => sum + own, gone);
  };
}

/** Of a process, and of those of its children that have ended. */
function timesOf(pid: number | undefined) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Its name stands in brackets, and may hold anything.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, usersGone = 0, systemsGone = 0] = fields.slice(11, 15);
    return {
      parent,
      own: (user + system) * TICK_MS,
      ofChildren: (usersGone + systemsGone) * TICK_MS,
    };
  } catch {
    return undefined;
  }
}
