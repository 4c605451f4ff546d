import type { Member, Viewer } from '#app/access/proofs.ts';
import type { Favourite } from '#app/recipes/favourites/rules.ts';
import { db } from '#db/database.server.ts';
import { inCircle, inCircles } from '#db/in-circle.server.ts';

/** What a circle keeps at hand, the latest first: cards as 'deck/card', and names of recipes. */
export async function favouritesOf(
  member: Member,
): Promise<{ cards: string[]; recipes: string[] }> {
  const rows = await db
    .selectFrom('favourite')
    .select(['kind', 'thing'])
    .where(inCircle(member, 'favourite'))
    .orderBy('at', 'desc')
    .orderBy('thing')
    .execute();
  const of = (kind: Favourite['kind']) =>
    rows.flatMap((row) => (row.kind === kind ? [row.thing] : []));
  return { cards: of('card'), recipes: of('recipe') };
}

/** A circle in which something can be kept at hand, and whether it is. */
export interface Keeper {
  circle: { slug: string; name: string };
  keeps: boolean;
}

/** The viewer's circles, each with whether it keeps a card or a recipe at hand. */
export async function keepersOf(
  { memberships }: Pick<Viewer, 'memberships'>,
  { kind, thing }: Favourite,
): Promise<Keeper[]> {
  if (memberships.length === 0) return [];
  const ids = memberships.map(({ circle }) => circle.id);
  const rows = await db
    .selectFrom('favourite')
    .select('circle_id')
    .where(inCircles(ids, 'favourite'))
    .where('kind', '=', kind)
    .where('thing', '=', thing)
    .execute();
  const keeping = new Set(rows.map(({ circle_id }) => circle_id));
  return memberships.map(({ circle: { id, slug, name } }) => ({
    circle: { slug, name },
    keeps: keeping.has(id),
  }));
}
