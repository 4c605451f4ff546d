import type { Partner } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';

/** What the other of the two is called, whether it is over, and whether the viewer blocked them. */
export async function partnerFace({
  conversationId,
  personId,
  otherId,
}: Partner): Promise<{ name: string; ended: boolean; blocked: boolean }> {
  const { name, ended_at, blocked_id } = await db
    .selectFrom('conversation as c')
    .innerJoin('person as other', (join) => join.on('other.id', '=', otherId))
    .leftJoin('person_block as b', (join) =>
      join.on('b.person_id', '=', personId).onRef('b.blocked_id', '=', 'other.id'),
    )
    .select(['other.name', 'c.ended_at', 'b.blocked_id'])
    .where('c.id', '=', conversationId)
    .executeTakeFirstOrThrow();
  return { name, ended: ended_at !== null, blocked: blocked_id !== null };
}
