import type { ReactNode } from 'react';
import type { CardChoice, ChosenCard } from '#app/cards/queries/choose.server.ts';
import type { LookedAt } from '#app/cards/queries/look-at.server.ts';
import { Rows } from '#app/ui/page/page.tsx';
import { CardFilterFields } from './card-filters.tsx';
import { CardResults } from './card-results.tsx';
import { ChosenRow } from './chosen-row.tsx';

/** Cards to choose from for an agenda. */

export interface ChosenFrom {
  choice: CardChoice;
  lookedAt: LookedAt | null;
  circles: readonly { slug: string; name: string }[];
}

interface AgendaCardsProps {
  found: ChosenFrom;
  /** an address that answers with what is looked at */
  from: string;
  /** of the form around them, whose buttons unfold a card without scripts; links do, without it */
  formAction?: string;
  add: (card: ChosenCard) => ReactNode;
  more: (show: number) => ReactNode;
}

/** What was found; before it, what the pages read for the session offer, and the circle’s favourites. */
export function AgendaCards({ found, from, formAction, add, more }: AgendaCardsProps) {
  const { choice, lookedAt } = found;
  const row = (card: ChosenCard) => (
    <ChosenRow
      key={`${card.deck}/${card.slug}`}
      card={card}
      filters={choice.filters}
      several={false}
      page={from}
      lookedAt={lookedAt}
      action={add(card)}
      {...(formAction && {
        button: { name: 'step', value: `look-card:${card.deck}/${card.slug}`, formAction },
      })}
    />
  );
  return (
    <>
      <Offered title="What this chapter offers" cards={choice.first} row={row} />
      <Offered title="Favourites of the circle" cards={choice.favourites} row={row} />
      <CardResults choice={choice} row={row} more={more} />
    </>
  );
}

interface OfferedProps {
  title: string;
  cards: readonly ChosenCard[];
  row: (card: ChosenCard) => ReactNode;
}

/** What is shown before all that was found. */
function Offered({ title, cards, row }: OfferedProps) {
  if (cards.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="mb-2 text-lg">{title}</h2>
      <Rows label={title}>{cards.map(row)}</Rows>
    </section>
  );
}

interface AgendaCardFieldsProps {
  found: ChosenFrom | null;
  circle: { slug: string; name: string };
  names: Parameters<typeof CardFilterFields>[0]['names'];
}

/** What one looks for, in the form of an agenda. */
export function AgendaCardFields({ found, circle, names }: AgendaCardFieldsProps) {
  return (
    <CardFilterFields choice={found?.choice ?? null} circles={[circle]} {...(names && { names })} />
  );
}
