import type { Partner } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';

/** What the other of the two is called, and whether it is over between them. */
export async function partnerFace({
  conversationId,
  otherId,
}: Partner): Promise<{ name: string; ended: boolean }> {
  const { name, ended_at } = await db
    .selectFrom('conversation as c')
    .innerJoin('person as other', (join) => join.on('other.id', '=', otherId))
    .select(['other.name', 'c.ended_at'])
    .where('c.id', '=', conversationId)
    .executeTakeFirstOrThrow();
  return { name, ended: ended_at !== null };
}
