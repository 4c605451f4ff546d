import { setTimeout as pause } from 'node:timers/promises';
import { findPostmaster } from '#db/bundled-postgres/postmaster.ts';
import type { Fault } from '#tests/faults/fault.ts';
import type { Installation } from '#tests/faults/installation.ts';
import { underWriters } from '#tests/faults/under-writers.ts';

// Shorter and longer than an application waits for a connection.
const FROZEN_MS = [2_000, 7_000];

/** Every process of the database stands still (a suspended machine, a stuck disk) and goes on. */
export const freezeDatabase: Fault = {
  name: 'freeze-database',
  words: 'SIGSTOP of the whole database for 2 or 7 s',
  tries: { long: 10, short: 1 },
  async run(ground, tries) {
    const installation = await ground.installation();
    return underWriters(installation, {
      tries,
      async hurt(nth) {
        const sentAfter = Date.now();
        const goOn = await freeze(installation);
        try {
          await pause(FROZEN_MS[nth % FROZEN_MS.length]);
        } finally {
          goOn();
        }
        return { from: Date.now(), sentAfter };
      },
    });
  },
};

/** @returns lets it go on */
async function freeze({ cluster, connect }: Installation): Promise<() => void> {
  const client = await connect();
  const server = findPostmaster(cluster);
  if (!server) throw new Error('The bundled PostgreSQL does not run.');
  const frozen = [server.pid];
  const goOn = () => {
    for (const pid of frozen) process.kill(pid, 'SIGCONT');
  };
  // However we end, it is not left standing still.
  process.once('exit', goOn);
  try {
    process.kill(server.pid, 'SIGSTOP');
    // Who starts them all stands still: no process is added from here on, and no pid used again.
    const { rows } = await client.query<{ pid: number }>(
      'select pid from pg_stat_activity where pid <> pg_backend_pid()',
    );
    for (const { pid } of rows) {
      process.kill(pid, 'SIGSTOP');
      frozen.push(pid);
    }
  } catch (error) {
    goOn();
    throw error;
  } finally {
    await client.end();
  }
  return () => {
    process.removeListener('exit', goOn);
    goOn();
  };
}
