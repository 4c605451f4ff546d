import { Link } from '@remix-run/react';
import { Block, Rows } from '#app/ui/page.tsx';
import type { Deck } from './card.ts';
import { CardRow } from './card-row.tsx';

/** A deck among others: what it is for, and its cards. */
export function DeckShelf({ deck }: { deck: Deck }) {
  return (
    <Block id={deck.slug} title={<Link to={`/cards/${deck.slug}`}>{deck.title}</Link>}>
      <p className="max-w-prose text-ink-2">{deck.description}</p>
      <CardRows deck={deck} />
    </Block>
  );
}

export function CardRows({ deck }: { deck: Deck }) {
  return (
    <Rows label={deck.title}>
      {deck.cards.map((card) => (
        <CardRow key={card.slug} card={card} />
      ))}
    </Rows>
  );
}
