import { Fragment } from 'react';
import { addressOfCard, addressOfDeck } from '#app/cards/addresses.ts';
import { addressOfCards } from '#app/cards/finding/addresses.ts';
import type { NamedCard } from '#app/cards/queries/cards.server.ts';
import type { Deck } from '#app/cards/rules/card.ts';
import { cardCount } from '#app/cards/words/card.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Row, Rows } from '#app/ui/page/page.tsx';

interface ShownDeck extends Omit<Deck, 'cards'> {
  count: number;
  /** the first of them */
  cards: NamedCard[];
}

interface DeckWindowProps {
  decks: readonly ShownDeck[];
  /** how many cards there are */
  total: number;
}

/** All decks, each with its first cards. */
export function DeckWindow({ decks, total }: DeckWindowProps) {
  return (
    <>
      <p role="status" className="my-5 text-ink-2">
        {cardCount(total, decks.length)}.
      </p>
      <DeckRows title="For any session" decks={decks.filter(({ book }) => book === null)} />
      <DeckRows title="For a book" decks={decks.filter(({ book }) => book !== null)} />
      <p className="mt-6">
        <ButtonLink to={addressOfCards({}, { show: 24 })}>Show the cards one by one</ButtonLink>
      </p>
    </>
  );
}

function DeckRows({ title, decks }: { title: string; decks: readonly ShownDeck[] }) {
  if (decks.length === 0) return null;
  return (
    <Block title={title}>
      <Rows label={title}>
        {decks.map(({ slug, title, description, cards, count }) => (
          <Row
            key={slug}
            title={title}
            to={addressOfDeck(slug)}
            meta={description}
            action={
              <span className="whitespace-nowrap text-sm text-ink-2">{cardCount(count)}</span>
            }
          >
            <p className="mt-0.5 text-sm">
              {cards.map((card, at) => (
                <Fragment key={card.slug}>
                  {at > 0 && ' · '}
                  <Link to={addressOfCard(card)}>{card.title}</Link>
                </Fragment>
              ))}
            </p>
          </Row>
        ))}
      </Rows>
    </Block>
  );
}
