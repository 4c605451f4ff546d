import { sql } from 'kysely';
import type { Executor } from '#db/database.server.ts';

/** Addresses that mail servers refuse for good: nothing is sent there. */

/** Why nothing is sent to an address, in its server's words; null when it is written to. */
export async function refusalOf(from: Executor, address: string): Promise<string | null> {
  const row = await from
    .selectFrom('refused_address')
    .select('said')
    .where('address_key', '=', sql<string>`address_key(${address})`)
    .executeTakeFirst();
  return row?.said ?? null;
}

export async function refuseAddress(on: Executor, address: string, said: string): Promise<void> {
  await on
    .insertInto('refused_address')
    .values({ address_key: sql<string>`address_key(${address})`, address, said })
    .onConflict((conflict) => conflict.column('address_key').doNothing())
    .execute();
}
