import { findPostmaster, hasEnded } from '#db/bundled-postgres/postmaster.ts';
import type { Fault } from '#tests/faults/fault.ts';
import { underWriters } from '#tests/faults/under-writers.ts';

/**
 * A service manager stops the application while everybody writes, and starts it again: what is
 * under way is answered, and the database it started stops with it.
 */
export const stopApp: Fault = {
  name: 'stop-app',
  words: 'SIGTERM of the application',
  tries: { long: 20, short: 1 },
  async run(ground, tries) {
    const installation = await ground.installation();
    const { app, cluster } = installation;
    let longest = 0;
    let reset = 0;
    const outcome = await underWriters(installation, {
      tries,
      async hurt(_, ledger, { wrong }) {
        const server = findPostmaster(cluster);
        const asked = Date.now();
        const { at, status, signal } = await app.signal('SIGTERM');
        longest = Math.max(longest, at - asked);
        if (status !== 0) wrong.push(`it ended with ${status ?? signal}`);
        if (server && !hasEnded(server.pid)) wrong.push('it left its database running');
        reset += ledger.unanswered.filter(({ at, onKept }) => at >= asked && onKept).length;
        return { from: app.startedAt() };
      },
    });
    if (reset > 0) outcome.wrong.push(`${reset} requests on kept connections got no answer`);
    outcome.remarks.push(`stopped after ${longest} ms at most`);
    return outcome;
  },
};
