import type { LookedAt } from '#app/cards/queries/look-at.server.ts';
import { CardBody } from '#app/cards/views/card-sheet.tsx';
import { CardWords } from '#app/cards/views/card-words.tsx';
import { needsWords, notchWords } from '#app/cards/words/card.ts';

interface CardUnfoldedProps {
  lookedAt: LookedAt;
  /** how many are there; null while nobody has said */
  people: number | null;
}

/** A whole card in a list of many, as everybody in the room will read it. */
export function CardUnfolded({ lookedAt: { card }, people }: CardUnfoldedProps) {
  return (
    <article className="card-unfolded" aria-label={card.title}>
      {card.blocks.map((block, at) =>
        block.kind === 'prompt' ? (
          <CardWords key={at} html={block.html} className="font-serif text-lg leading-normal" />
        ) : null,
      )}
      <p className="card-risk">
        {notchWords[card.notch]}. {needsWords(card.needs)}
      </p>
      <CardBody blocks={card.blocks} people={people} />
    </article>
  );
}
