import type { Viewer } from '#app/access/proofs.ts';
import { addressOfThread } from '#app/discussions/addresses.ts';
import { db } from '#db/database.server.ts';

const ON_A_CARD = 10;

export interface CardThread {
  to: string;
  title: string;
  circle: string;
  /** ISO */
  lastAt: string;
}

/** The threads of the viewer's circles that were started from a card, the latest active first. */
export async function threadsFromCard(
  viewer: Viewer,
  deck: string,
  card: string,
): Promise<CardThread[]> {
  const circles = new Map(viewer.memberships.map(({ circle }) => [circle.id, circle]));
  if (circles.size === 0) return [];
  const rows = await db
    .selectFrom('thread')
    .select(['id', 'circle_id', 'title', 'last_note_at'])
    .where('circle_id', 'in', [...circles.keys()])
    .where('deck', '=', deck)
    .where('card', '=', card)
    .where('last_note_id', 'is not', null)
    .orderBy('last_note_id', 'desc')
    .limit(ON_A_CARD)
    .execute();
  return rows.flatMap(({ id, circle_id, title, last_note_at }) => {
    const circle = circles.get(circle_id);
    if (!circle || !last_note_at) return [];
    const to = addressOfThread(circle.slug, id);
    return { to, title, circle: circle.name, lastAt: last_note_at.toISOString() };
  });
}
