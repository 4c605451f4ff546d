import type { Viewer } from '#app/access/proofs.ts';
import type { CardUse, CardUses } from '#app/cards/queries/choose.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { inCircles, joined } from '#db/in-circle.server.ts';

/**
 * When circles had a card on an agenda, or will have: the latest of each circle. What was left out at
 * a session, or was of one that is cancelled, was not used.
 */
export async function cardsUsed(
  { memberships }: Pick<Viewer, 'memberships'>,
  { now = new Date() }: Clock = {},
): Promise<CardUses> {
  const circles = new Map(memberships.map(({ circle }) => [circle.id, circle]));
  if (circles.size === 0) return new Map();
  const ids = [...circles.keys()];
  const rows = await db
    .selectFrom('agenda_item as item')
    .innerJoin('session', (join) => join.on(joined('session.id', 'item.session_id')))
    .leftJoin('session_cancellation as gone', (join) =>
      join.on(joined('gone.session_id', 'session.id')).on(inCircles(ids, 'gone')),
    )
    .select(['item.circle_id', 'item.deck', 'item.card'])
    .select(({ fn }) => fn.max('session.starts_at').as('starts_at'))
    .where(inCircles(ids, 'item'))
    .where(inCircles(ids, 'session'))
    .where('item.deck', 'is not', null)
    .where('item.left_out', '=', false)
    .where('gone.at', 'is', null)
    .groupBy(['item.circle_id', 'item.deck', 'item.card'])
    .execute();
  const uses = new Map<string, CardUse[]>();
  for (const { circle_id, deck, card, starts_at } of rows) {
    const circle = circles.get(circle_id);
    if (!circle) continue;
    const { slug, name, timeZone } = circle;
    const use = {
      circle: { slug, name, timeZone },
      startsAt: starts_at.toISOString(),
      isToCome: starts_at > now,
    };
    uses.set(`${deck}/${card}`, [...(uses.get(`${deck}/${card}`) ?? []), use]);
  }
  return uses;
}
