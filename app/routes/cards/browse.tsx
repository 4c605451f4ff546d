import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import styles from '#app/cards/cards.css?url';
import { addressOfCards, addressOfSearch } from '#app/cards/finding/addresses.ts';
import { CardFilterForm } from '#app/cards/finding/views/card-filter-form.tsx';
import { CardResults } from '#app/cards/finding/views/card-results.tsx';
import { ChosenRow } from '#app/cards/finding/views/chosen-row.tsx';
import { DeckWindow } from '#app/cards/finding/views/deck-window.tsx';
import { allDecks } from '#app/cards/queries/cards.server.ts';
import { isFiltered } from '#app/cards/rules/filters.ts';
import { RECIPES } from '#app/recipes/addresses.ts';
import { cardsToBrowse } from '#app/sessions/agenda/queries/cards-to-choose.server.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Cards');

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const loader = viewerLoader(async ({ viewer, url: { searchParams } }) => {
  const found = await cardsToBrowse(viewer, searchParams);
  const showsAll = searchParams.has('show');
  if (isFiltered(found.choice.filters) || showsAll) return { ...found, decks: null };
  // The decks lead to their cards: nothing is listed twice.
  return {
    ...found,
    choice: { ...found.choice, cards: [] },
    decks: (await allDecks()).map(({ cards, ...deck }) => ({
      ...deck,
      count: cards.length,
      cards: cards.slice(0, 3).map(({ deck, slug, title }) => ({ deck, slug, title })),
    })),
  };
});

export default function Browse() {
  const { choice, lookedAt, circles, decks } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHead
        title="Cards"
        lede="A card is one good conversation: what to ask, in what order, and how long each part takes."
        actions={<ButtonLink to={RECIPES}>Whole sessions, put together</ButtonLink>}
      />
      <CardFilterForm choice={choice} circles={circles} />
      {decks ? (
        <DeckWindow decks={decks} total={choice.total} />
      ) : (
        <CardResults
          choice={choice}
          topicAt={addressOfSearch}
          row={(card) => (
            <ChosenRow
              key={`${card.deck}/${card.slug}`}
              card={card}
              filters={choice.filters}
              several={circles.length > 1}
              page="/cards"
              lookedAt={lookedAt}
            />
          )}
          more={(show) => (
            <p className="mt-6">
              <ButtonLink to={addressOfCards(choice.filters, { show })}>Show more</ButtonLink>
            </p>
          )}
        />
      )}
    </Page>
  );
}
