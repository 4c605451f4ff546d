import type { Runner } from '#app/access/proofs.ts';
import { type Recipes, recipeFolder } from '#app/recipes/files/queries/folder.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { recipeCalled } from './recipes.server.ts';

/** Recipes that were put on the agenda of a session and not taken off again, the latest first. */
export async function usesOn(
  runner: Runner,
  from: Recipes = recipeFolder,
): Promise<{ id: number; title: string }[]> {
  const rows = await db
    .selectFrom('recipe_use')
    .select(['id', 'recipe'])
    .where(inCircle(runner, 'recipe_use'))
    .where('session_id', '=', runner.sessionId)
    .where('taken_off_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(5)
    .execute();
  return Promise.all(
    rows.map(async ({ id, recipe }) => ({
      id,
      title: (await recipeCalled(recipe, from))?.title ?? recipe,
    })),
  );
}
