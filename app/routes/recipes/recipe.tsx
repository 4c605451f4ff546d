import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import { inOpenCircles } from '#app/access/membership.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { keepersOf } from '#app/recipes/favourites/queries/favourites.server.ts';
import { FavouriteForms } from '#app/recipes/favourites/views/favourite-form.tsx';
import { fitIn } from '#app/recipes/forms.ts';
import { recipePage } from '#app/recipes/queries/recipes.server.ts';
import { RecipeSheet } from '#app/recipes/views/recipe-sheet.tsx';
import { agendasFor } from '#app/sessions/queries/viewer-sessions.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ page: { recipe: { title: string } } }>(
  ({ page }) => page.recipe.title,
);

export const loader = viewerLoader(async ({ viewer, params, url }) => {
  const open = inOpenCircles(viewer);
  const slug = params.recipe ?? '';
  const [page, agendas, keepers] = await Promise.all([
    recipePage(slug, fitIn(url.searchParams)).then(found),
    agendasFor(open),
    keepersOf(open, { kind: 'recipe', thing: slug }),
  ]);
  return { page, agendas, keepers, zone: viewer.timeZone };
});

export default function RecipePage() {
  const { page, agendas, keepers, zone } = useLoaderData<typeof loader>();
  return (
    <RecipeSheet
      {...page}
      agendas={agendas}
      zone={zone}
      favourite={<FavouriteForms kind="recipe" thing={page.recipe.slug} keepers={keepers} />}
    />
  );
}
