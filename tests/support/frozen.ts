import { join } from 'node:path';
import pg from 'pg';
import { findPostmaster } from '#db/bundled-postgres/postmaster.ts';
import { runningBundledPostgres } from '#db/bundled-postgres.ts';

/**
 * Lets every process of the bundled database of a data folder stand still, as a stuck disk does.
 * @returns lets them go on
 */
export async function freeze(dataDir: string): Promise<() => void> {
  const server = findPostmaster(join(dataDir, 'postgres'));
  const url = runningBundledPostgres(dataDir, { owner: true });
  if (!server || !url) throw new Error('The database does not run.');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where pid <> pg_backend_pid()',
  );
  await client.end();
  const frozen = [server.pid, ...rows.map(({ pid }) => pid)];
  const tell = (signal: NodeJS.Signals) => {
    for (const pid of frozen) {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended in the meantime.
      }
    }
  };
  const thaw = () => {
    process.removeListener('exit', thaw);
    tell('SIGCONT');
  };
  // However we end, it is not left standing still.
  process.once('exit', thaw);
  tell('SIGSTOP');
  return thaw;
}
