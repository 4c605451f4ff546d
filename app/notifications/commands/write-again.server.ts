import { sql } from 'kysely';
import type { Executor } from '#db/database.server.ts';

/** Takes an address off those that nothing is sent to, when somebody has shown that they read it. */
export async function writeAgain(tx: Executor, address: string): Promise<void> {
  await tx
    .deleteFrom('refused_address')
    .where('address_key', '=', sql<string>`address_key(${address})`)
    .execute();
}
