import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfFavourite } from '#app/recipes/favourites/addresses.ts';
import { setFavourite } from '#app/recipes/favourites/commands/set-favourite.server.ts';
import { FavouriteSchema } from '#app/recipes/favourites/forms.ts';

export const loader = memberLoader(({ member }) => redirect(addressOfCircle(member.circle.slug)));

/** Keeps a card or a recipe at hand for the circle, or no longer. */
export const action = memberButton(
  FavouriteSchema,
  ({ member }) => addressOfCircle(member.circle.slug),
  async ({ member, form }) => {
    const done = await setFavourite(member, form);
    const path = addressOfFavourite(member.circle.slug, form);
    if (!done.ok) return redirectWith(addressOfCircle(member.circle.slug), 'favourite-not-there');
    return redirectWith(path, form.keep ? 'favourite-kept' : 'favourite-let-go');
  },
);
