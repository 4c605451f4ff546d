import { addressOfDeck } from '#app/cards/addresses.ts';
import type { Deck } from '#app/cards/rules/card.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Rows } from '#app/ui/page/page.tsx';
import { CardRow } from './card-row.tsx';

/** A deck among others: what it is for, and its cards beside it. */
export function DeckShelf({ deck }: { deck: Deck }) {
  return (
    <section
      id={deck.slug}
      aria-labelledby={`${deck.slug}-title`}
      className="grid gap-x-12 gap-y-4 border-t border-rule-strong pt-7 pb-10 lg:grid-cols-[17rem_minmax(0,1fr)] lg:[&_.row:first-child]:pt-0 lg:[&_.rows]:border-t-0 [&_.row:last-child]:border-b-0"
    >
      <div className="lg:sticky lg:top-8 lg:self-start">
        <h2 id={`${deck.slug}-title`}>
          <Link to={addressOfDeck(deck.slug)} className="text-ink no-underline hover:underline">
            {deck.title}
          </Link>
        </h2>
        <p className="mt-2 text-ink-2">{deck.description}</p>
      </div>
      <CardRows deck={deck} />
    </section>
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

/** Where to find each deck on a page of several. */
export function DeckList({ decks }: { decks: readonly Deck[] }) {
  return (
    <nav aria-label="Decks" className="mb-8">
      <ul className="flex list-none flex-wrap gap-x-5 p-0">
        {decks.map(({ slug, title }) => (
          <li key={slug}>
            <a href={`#${slug}`} className="inline-flex min-h-9 items-center">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
