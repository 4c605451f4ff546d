import { addressOfSession } from '#app/sessions/addresses.ts';

/** Where recipes are, for links and redirects. */
export const RECIPES = '/recipes';

export const addressOfRecipe = (recipe: string) => `${RECIPES}/${recipe}`;

/** Where one is chosen for a session. `circle` is its slug. */
export const addressOfRecipesFor = (circle: string, session: string | number) =>
  `${addressOfSession(circle, session)}/recipe`;
