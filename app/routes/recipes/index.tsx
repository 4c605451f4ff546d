import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import { recipeFaces } from '#app/recipes/queries/recipes.server.ts';
import { RecipeRows } from '#app/recipes/views/recipe-rows.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Recipes');

export const loader = viewerLoader(async () => ({ recipes: await recipeFaces() }));

export default function Recipes() {
  const { recipes } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={<Link to="/cards">Cards</Link>}
        title="Recipes"
        lede="A recipe is a whole session somebody thought out: which cards, in which order, and how long it takes."
      />
      <RecipeRows recipes={recipes} />
    </Page>
  );
}
