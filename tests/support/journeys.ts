import { endWithStarter } from '#tests/support/end-with-us.ts';
import { startOctavo } from '#tests/support/octavo.ts';
import { sweepFolders } from '#tests/support/temporary.ts';

/** Playwright's global setup: one Octavo with the demo community, shared by the journeys. */
export default async function setup(): Promise<() => Promise<void>> {
  endWithStarter();
  await sweepFolders();
  const octavo = await startOctavo({ demo: true });
  process.env.JOURNEY_URL = octavo.url;
  process.env.JOURNEY_LINKS = JSON.stringify(octavo.links);
  return async () => {
    const status = await octavo.stop();
    if (status !== 0) throw new Error(`Octavo ended with ${status} instead of stopping cleanly.`);
  };
}
