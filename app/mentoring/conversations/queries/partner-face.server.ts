import type { Partner } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

/** What a page about a conversation says of it. */
export interface PartnerFace {
  /** what the other of the two is called */
  name: string;
  /** the ask's */
  title: string;
  ended: boolean;
  /** by the viewer */
  blocked: boolean;
  /** the circle the ask was begun in, its name for who is in it alone; null where it was in none */
  circle: { name: string | null } | null;
}

export async function partnerFace({
  conversationId,
  personId,
  otherId,
  viewer,
}: Partner): Promise<PartnerFace> {
  const { name, title, circle_id, ended_at, blocked_id } = await acrossCircles(
    db,
    'a conversation is its two people’s, whichever circle the ask was begun in',
  )
    .selectFrom('conversation as c')
    .innerJoin('ask as a', 'a.id', 'c.ask_id')
    .innerJoin('person as other', (join) => join.on('other.id', '=', otherId))
    .leftJoin('person_block as b', (join) =>
      join.on('b.person_id', '=', personId).onRef('b.blocked_id', '=', 'other.id'),
    )
    .select(['other.name', 'a.title', 'a.circle_id', 'c.ended_at', 'b.blocked_id'])
    .where('c.id', '=', conversationId)
    .executeTakeFirstOrThrow();
  const mine = viewer.memberships.find(({ circle }) => circle.id === circle_id);
  return {
    ...{ name, title, ended: ended_at !== null, blocked: blocked_id !== null },
    circle: circle_id === null ? null : { name: mine?.circle.name ?? null },
  };
}
