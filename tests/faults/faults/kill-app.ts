import type { Fault } from '#tests/faults/fault.ts';
import { underWriters } from '#tests/faults/under-writers.ts';

/** The application's process dies at any moment; its supervisor starts it again at once. */
export const killApp: Fault = {
  name: 'kill-app',
  words: 'SIGKILL of the application',
  tries: { long: 100, short: 1 },
  async run(ground, tries) {
    const installation = await ground.installation();
    const { app } = installation;
    return underWriters(installation, {
      tries,
      async hurt() {
        await app.signal('SIGKILL');
        return { from: app.startedAt() };
      },
    });
  },
};
