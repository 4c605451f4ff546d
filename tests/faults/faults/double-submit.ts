import type { Fault } from '#tests/faults/fault.ts';
import { runRaces } from '#tests/faults/races.ts';
import { note, thread } from '#tests/faults/writes.ts';

/** A note, or a new thread, is sent twice at the same moment, to two processes. */
export const doubleSubmit: Fault = {
  name: 'double-submit',
  words: 'The same form sent twice at once, two processes',
  tries: { long: 1_000, short: 25 },
  async run(ground, tries) {
    const installation = await ground.installation();
    const { writers } = installation.community;
    const races = Array.from({ length: tries }, (_, nth) => () => {
      const writer = writers[nth % writers.length];
      if (!writer) return [];
      return [{ writer, write: nth % 2 ? thread(writer, nth) : note(writer, nth) }];
    });
    return runRaces(installation, races);
  },
};
