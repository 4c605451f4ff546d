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

/** All decks, each with its first cards; those for a book are a page further down, and one press. */
export function DeckWindow({ decks, total }: DeckWindowProps) {
  const shelves = [
    { id: 'any', title: 'For any session', on: decks.filter(({ book }) => book === null) },
    { id: 'books', title: 'For a book', on: decks.filter(({ book }) => book !== null) },
  ].filter(({ on }) => on.length > 0);
  return (
    <>
      <p role="status" className="mt-5 text-ink-2">
        {cardCount(total, decks.length)}.
      </p>
      <nav aria-label="Decks" className="mb-5 flex flex-wrap gap-x-6 gap-y-1">
        {shelves.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      {shelves.map((shelf) => (
        <DeckRows key={shelf.id} {...shelf} />
      ))}
      <p className="mt-6">
        <ButtonLink to={addressOfCards({}, { show: 24 })}>Show the cards one by one</ButtonLink>
      </p>
    </>
  );
}

interface DeckRowsProps {
  id: string;
  title: string;
  on: readonly ShownDeck[];
}

function DeckRows({ id, title, on }: DeckRowsProps) {
  return (
    <Block title={title} id={id}>
      <Rows label={title}>
        {on.map(({ slug, title, description, cards, count }) => (
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
