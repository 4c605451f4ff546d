import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { deckPageOf } from '#app/cards/queries/cards.server.ts';
import { CannotBeShown } from '#app/cards/views/cannot-be-shown.tsx';
import { CardRows } from '#app/cards/views/deck-shelf.tsx';
import { cardCount } from '#app/cards/words/card.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ page: { deck?: { title: string } } }>(
  ({ page }) => page.deck?.title ?? 'A deck that cannot be shown',
);

export const loader = viewerLoader(async ({ params }) => ({
  page: found(await deckPageOf(params.deck ?? '')),
}));

export default function Deck() {
  const { page } = useLoaderData<typeof loader>();
  if (page.state === 'broken') return <CannotBeShown what="deck" />;
  const { deck } = page;
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={
          <>
            <Link to="/cards">Cards</Link> · {cardCount(deck.cards.length)}
          </>
        }
        title={deck.title}
        lede={deck.description}
      />
      <CardRows deck={deck} />
    </Page>
  );
}
