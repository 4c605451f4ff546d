import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import { filtersIn } from '#app/cards/forms.ts';
import { findCards } from '#app/cards/queries/cards.server.ts';
import { isFiltered } from '#app/cards/rules/filters.ts';
import { CardFilterForm } from '#app/cards/views/card-filters.tsx';
import { DeckList, DeckShelf } from '#app/cards/views/deck-shelf.tsx';
import { cardCount } from '#app/cards/words.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Empty, Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Cards');

export const loader = viewerLoader(async ({ url }) => {
  const filters = filtersIn(url.searchParams);
  return { filters, decks: await findCards(filters) };
});

export default function Browse() {
  const { filters, decks } = useLoaderData<typeof loader>();
  const count = decks.reduce((total, { cards }) => total + cards.length, 0);
  return (
    <Page>
      <PageHead
        title="Cards"
        lede="A card is one good conversation: what to ask, in what order, and how long each part takes."
      />
      <CardFilterForm filters={filters} />
      {count === 0 ? (
        <Empty
          title="No card fits all of that."
          action={<ButtonLink to="/cards">Show all cards</ButtonLink>}
        >
          <p>Try a little more time, another kind, or fewer words.</p>
        </Empty>
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
