import type { Member } from '#app/access/proofs.ts';
import { cardExists } from '#app/cards/queries/cards.server.ts';
import type { Favourite } from '#app/recipes/favourites/rules.ts';
import { recipeCalled } from '#app/recipes/queries/recipes.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * Keeps a card or a recipe at hand for a circle, or no longer. The same twice is once. What is gone
 * from what is shipped cannot be kept, and can be let go.
 */
export async function setFavourite(
  member: Member,
  { kind, thing, keep }: Favourite & { keep: boolean },
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true } | { ok: false; reason: 'gone' }> {
  if (!keep) {
    await db
      .deleteFrom('favourite')
      .where(inCircle(member, 'favourite'))
      .where('kind', '=', kind)
      .where('thing', '=', thing)
      .execute();
    return { ok: true };
  }
  if (!(await isThere(kind, thing))) return { ok: false, reason: 'gone' };
  const { circleId, personId } = member;
  await db
    .insertInto('favourite')
    .values({ circle_id: circleId, kind, thing, person_id: personId, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { ok: true };
}

async function isThere(kind: Favourite['kind'], thing: string): Promise<boolean> {
  if (kind === 'recipe') return (await recipeCalled(thing)) !== null;
  const [deck = '', card = '', ...more] = thing.split('/');
  return more.length === 0 && cardExists(deck, card);
}
