import type { Partner } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';

/** What the other of the two is called. */
export async function partnerName({ otherId }: Partner): Promise<string> {
  const { name } = await db
    .selectFrom('person')
    .select('name')
    .where('id', '=', otherId)
    .executeTakeFirstOrThrow();
  return name;
}
