import { addressOfCircle } from '#app/circles/addresses.ts';
import { addressOfRecipe, addressOfRecipesFor } from '#app/recipes/addresses.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import type { Favourite } from './rules.ts';

/** Where a circle keeps something at hand, or no longer. `circle` is its slug. */
export const addressOfFavourites = (circle: string) => `${addressOfCircle(circle)}/favourites`;

/** The page from which it was kept: its own, or that on which one chooses for a session. */
export function addressOfFavourite(
  circle: string,
  { kind, thing, session }: Favourite & { session: number | null },
): string {
  if (session !== null) {
    return kind === 'recipe'
      ? addressOfRecipesFor(circle, session)
      : `${addressOfSession(circle, session)}/agenda`;
  }
  return kind === 'recipe' ? addressOfRecipe(thing) : `/cards/${thing}`;
}
