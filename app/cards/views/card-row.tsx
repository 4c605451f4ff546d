import { addressOfCard } from '#app/cards/addresses.ts';
import type { CardSummary } from '#app/cards/rules/card.ts';
import { kindWords, peopleWords } from '#app/cards/words/card.ts';
import { Row } from '#app/ui/page/page.tsx';
import { capital } from '#app/ui/words.ts';

/** A card in a list. Stands in <Rows>. */
export function CardRow({ card }: { card: CardSummary }) {
  return (
    <Row
      title={card.title}
      to={addressOfCard(card)}
      meta={capital(card.for)}
      action={
        <span className="whitespace-nowrap text-sm text-ink-2 tabular-nums">
          {card.minutes} min
        </span>
      }
    >
      <p className="mt-0.5 text-sm text-ink-2">
        {capital(kindWords(card))} · {peopleWords(card.people)}
      </p>
    </Row>
  );
}
