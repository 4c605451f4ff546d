import { findPostmaster } from '#db/bundled-postgres/postmaster.ts';
import type { Fault } from '#tests/faults/fault.ts';
import { underWriters } from '#tests/faults/under-writers.ts';

/**
 * The bundled server's postmaster dies. The application starts another, or ends so that its
 * supervisor starts both.
 */
export const killDatabase: Fault = {
  name: 'kill-database',
  words: 'SIGKILL of the bundled PostgreSQL',
  tries: { long: 20, short: 1 },
  async run(ground, tries) {
    const installation = await ground.installation();
    return underWriters(installation, {
      tries,
      mayEnd: () => true,
      async hurt() {
        const server = findPostmaster(installation.cluster);
        if (!server) throw new Error('The bundled PostgreSQL does not run.');
        const from = Date.now();
        process.kill(server.pid, 'SIGKILL');
        return { from };
      },
    });
  },
};
