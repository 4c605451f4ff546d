import { closeDatabase, databasePool } from '#db/database.server.ts';
import { countingRelay, type Trips } from '#tests/bench/round-trips.ts';

/**
 * What each piece of work asks of the database, in order, over connections that are open already.
 * @param warm has done once what is done the first time only
 */
export async function tripsOf(
  warm: () => Promise<unknown>,
  ...works: (() => Promise<unknown>)[]
): Promise<Trips[]> {
  const url = process.env.DATABASE_URL ?? '';
  const relay = await countingRelay(url);
  try {
    await closeDatabase();
    process.env.DATABASE_URL = relay.url;
    await warm();
    // How many connections a page uses depends on how fast each answers: all of them are opened now.
    const pool = databasePool();
    const all = Array.from({ length: pool.options.max }, () => pool.connect());
    for (const client of await Promise.all(all)) client.release();
    const trips: Trips[] = [];
    for (const work of works) {
      relay.taken();
      await work();
      trips.push(relay.taken());
    }
    return trips;
  } finally {
    await closeDatabase();
    process.env.DATABASE_URL = url;
    relay.close();
  }
}
