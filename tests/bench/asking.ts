import { type Asked, answered } from './load.ts';
import { countingRelay } from './round-trips.ts';
import type { Ground } from './servers.ts';

/** Octavo on a database behind a counter: what one request asks of it. */
export async function startCounting(ground: Ground, databaseUrl: string) {
  const relay = await countingRelay(databaseUrl);
  const server = await ground.start('./octavo.ts', { DATABASE_URL: relay.url });
  return {
    server,
    /** @param next asked a dozen times before, so that every connection has met it */
    async counted(next: () => Asked): Promise<{ sqlRoundTrips: number; sqlStatements: number }> {
      for (let time = 0; time < 12; time++) await answered(next());
      relay.taken();
      await answered(next());
      const { statements, waves } = relay.taken();
      return { sqlRoundTrips: waves, sqlStatements: statements };
    },
    end: () => relay.close(),
  };
}
