import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import { filtersIn } from '#app/cards/forms.ts';
import { findCards } from '#app/cards/queries/cards.server.ts';
import { isFiltered } from '#app/cards/rules/filters.ts';
import { topicLabels } from '#app/cards/rules/search.server.ts';
import { CardFilterForm } from '#app/cards/views/card-filters.tsx';
import { DeckList, DeckShelf } from '#app/cards/views/deck-shelf.tsx';
import { NoCards } from '#app/cards/views/no-cards.tsx';
import { cardCount } from '#app/cards/words/card.ts';
import { RECIPES } from '#app/recipes/addresses.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Cards');

export const loader = viewerLoader(async ({ url }) => {
  const filters = filtersIn(url.searchParams);
  const decks = await findCards(filters);
  if (decks.length > 0) return { filters, decks, otherwise: null };
  const anyKind = await findCards({ ...filters, kind: null, maxMinutes: null, people: null });
  return { filters, decks, otherwise: { anyKind: anyKind.length > 0, topics: topicLabels } };
});

export default function Browse() {
  const { filters, decks, otherwise } = useLoaderData<typeof loader>();
  const count = decks.reduce((total, { cards }) => total + cards.length, 0);
  return (
    <Page>
      <PageHead
        title="Cards"
        lede="A card is one good conversation: what to ask, in what order, and how long each part takes."
        actions={<ButtonLink to={RECIPES}>Whole sessions, put together</ButtonLink>}
      />
      <CardFilterForm filters={filters} />
      {otherwise ? (
        <NoCards filters={filters} {...otherwise} />
      ) : (
        <>
          <p role="status" className="my-5 text-ink-2">
            {cardCount(count, decks.length)}.{' '}
            {isFiltered(filters) && <Link to="/cards">Show all cards</Link>}
          </p>
          {!isFiltered(filters) && <DeckList decks={decks} />}
          {decks.map((deck) => (
            <DeckShelf key={deck.slug} deck={deck} />
          ))}
        </>
      )}
    </Page>
  );
}
