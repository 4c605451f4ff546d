import type { Deck } from '#app/cards/rules/card.ts';
import { Rows } from '#app/ui/page/page.tsx';
import { CardRow } from './card-row.tsx';

export function CardRows({ deck }: { deck: Deck }) {
  return (
    <Rows label={deck.title}>
      {deck.cards.map((card) => (
        <CardRow key={card.slug} card={card} />
      ))}
    </Rows>
  );
}
