import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import { CardFilterForm } from '#app/cards/card-filters.tsx';
import { DeckShelf } from '#app/cards/deck-shelf.tsx';
import { filtersIn } from '#app/cards/forms.ts';
import { findCards } from '#app/cards/queries.server.ts';
import { isFiltered } from '#app/cards/rules.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { capital, countWord, plural } from '#app/ui/format.ts';
import { Empty, Page, PageHead } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const meta = titled('Cards');

export const loader = viewerLoader(async ({ url }) => {
  const filters = filtersIn(url.searchParams);
  return { filters, decks: await findCards(filters) };
});

export default function Browse() {
  const { filters, decks } = useLoaderData<typeof loader>();
  const count = decks.reduce((total, { cards }) => total + cards.length, 0);
  const found = `${countWord(count)} ${plural(count, 'card', 'cards')} in ${countWord(decks.length)} ${plural(decks.length, 'deck', 'decks')}`;
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
          <p role="status" className="text-ink-2">
            {capital(found)}
            {isFiltered(filters) ? (
              <>
                .{' '}
                <ButtonLink to="/cards" variant="quiet">
                  Show all cards
                </ButtonLink>
              </>
            ) : (
              '.'
            )}
          </p>
          {decks.map((deck) => (
            <DeckShelf key={deck.slug} deck={deck} />
          ))}
        </>
      )}
    </Page>
  );
}
