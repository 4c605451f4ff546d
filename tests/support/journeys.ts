import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { endWithStarter } from '#tests/support/end-with-us.ts';
import { startOctavo } from '#tests/support/octavo.ts';
import { sweepFolders, temporaryFolder } from '#tests/support/temporary.ts';

/** Four people of the demo do in some minutes what a hundred would in a day. */
const OF_WHAT_IS_MADE = ['circle', 'join-link', 'join-circle', 'ask', 'ask-draft'];
const FORGET_EVERY_MS = 5_000;

/** A machine that does other things, too, is no database that is away. */
const PATIENT = { DATABASE_PATIENCE: '10' };

/** Playwright's global setup: one Octavo with the demo community, shared by the journeys. */
export default async function setup(): Promise<() => Promise<void>> {
  endWithStarter();
  await sweepFolders();
  const octavo = await startOctavo({ demo: true, env: PATIENT });
  process.env.JOURNEY_URL = octavo.url;
  process.env.JOURNEY_LINKS = JSON.stringify(octavo.links);
  const folder = temporaryFolder();
  process.env.JOURNEY_PAGES = join(folder, 'pages.json');
  const forgotten = await forgetLimits(octavo.databaseUrl);
  return async () => {
    await forgotten();
    rmSync(folder, { recursive: true, force: true });
    const status = await octavo.stop();
    if (status !== 0) throw new Error(`Octavo ended with ${status} instead of stopping cleanly.`);
  };
}

/** Lets them make as much as they like. @returns what ends it */
async function forgetLimits(databaseUrl: string | undefined): Promise<() => Promise<void>> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  // A journey may take the database away for a while.
  pool.on('error', () => {});
  const forget = () =>
    pool
      .query("delete from rate_limit where split_part(key, ':', 1) = any($1)", [OF_WHAT_IS_MADE])
      .catch(() => {});
  const timer = setInterval(forget, FORGET_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await pool.end();
  };
}
