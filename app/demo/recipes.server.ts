import { randomUUID } from 'node:crypto';
import type { CirclePlace } from './circles.server.ts';
import { ago } from './days.server.ts';

/** Writes which recipes were put on the circle's sessions, and what it keeps at hand. */
export async function insertRecipes(
  { tx, circle, circleId, anchor, personId, hostId }: CirclePlace,
  sessionIds: readonly number[],
): Promise<void> {
  for (const [at, { recipe, facilitator }] of circle.sessions.entries()) {
    const session_id = sessionIds[at];
    if (!recipe || session_id === undefined) continue;
    const items = await tx
      .selectFrom('agenda_item')
      .select(['id', 'title', 'minutes'])
      .where('circle_id', '=', circleId)
      .where('session_id', '=', session_id)
      .where('card', 'in', recipe.cards)
      .execute();
    await tx
      .insertInto('recipe_use')
      .values({
        ...{ circle_id: circleId, session_id, recipe: recipe.name, at: ago(anchor, 3) },
        ...{
          person_id: facilitator ? personId(facilitator) : hostId,
          submission_key: randomUUID(),
        },
        items: JSON.stringify(items),
      })
      .execute();
  }
  for (const favourite of circle.favourites ?? []) {
    await tx
      .insertInto('favourite')
      .values({ ...favourite, circle_id: circleId, person_id: hostId, at: ago(anchor, 3) })
      .execute();
  }
}
