import { useFetcher } from '@remix-run/react';
import { type MouseEvent, type ReactNode, useId, useState } from 'react';
import { addressOfCard } from '#app/cards/addresses.ts';
import { addressOfCards } from '#app/cards/finding/addresses.ts';
import type { CardChoice, ChosenCard } from '#app/cards/queries/choose.server.ts';
import type { LookedAt } from '#app/cards/queries/look-at.server.ts';
import { kindWords, peopleWords } from '#app/cards/words/card.ts';
import { usedWords, whyWords } from '#app/cards/words/choosing.ts';
import { Row } from '#app/ui/page/page.tsx';
import { capital } from '#app/ui/words.ts';
import { CardUnfolded } from './card-unfolded.tsx';

interface ChosenRowProps {
  card: ChosenCard;
  filters: CardChoice['filters'];
  /** whether the viewer is in several circles */
  several: boolean;
  /** an address that answers with the card looked at */
  page: string;
  /** the card that was looked at without scripts */
  lookedAt: LookedAt | null;
  /** what unfolds it without scripts: a button of the form around it, else a link */
  button?: { name: string; value: string; formAction: string };
  /** what can be done with it */
  action?: ReactNode;
}

/** A card among others to choose from, which unfolds in its place. Stands in <Rows>. */
export function ChosenRow(props: ChosenRowProps) {
  const { card, filters, several, page, lookedAt, button, action } = props;
  const name = `${card.deck}/${card.slug}`;
  const id = useId();
  const given = lookedAt?.name === name ? lookedAt : null;
  const fetcher = useFetcher<{ lookedAt: LookedAt | null }>();
  const [opened, setOpened] = useState<boolean | null>(null);
  const isOpen = opened ?? given !== null;
  const shown = fetcher.data?.lookedAt ?? given;
  const people = filters.people ?? 0;
  const toggle = (event: MouseEvent) => {
    event.preventDefault();
    if (!isOpen && !shown) {
      fetcher.load(lookAddress(page, { people: filters.people }, name));
    }
    setOpened(!isOpen);
  };
  const look = {
    'aria-expanded': isOpen,
    'aria-controls': id,
    onClick: toggle,
    'aria-label': `${isOpen ? 'Fold it up' : 'Look at it'}: ${card.title}`,
    children: isOpen ? 'Fold it up' : 'Look at it',
  };
  const why = card.why && whyWords(card.why);
  return (
    <Row
      title={card.title}
      to={addressOfCard(card, people)}
      meta={capital(card.for)}
      action={
        <span className="card-found-time">
          <span>{card.minutes} min</span>
          {card.moving > 0 && <span>{`+ ${card.moving} to move`}</span>}
          {action}
        </span>
      }
    >
      <p className="card-found-facts">
        {[capital(kindWords(card)), peopleWords(card.people), card.deckTitle].join(' · ')}
      </p>
      {(why || card.uses.length > 0) && (
        <p className="card-found-facts">
          {[why, ...card.uses.map((use) => usedWords(use, several))].filter(Boolean).join(' · ')}
        </p>
      )}
      {button ? (
        <button type="submit" formNoValidate className="card-found-look" {...button} {...look} />
      ) : (
        <a className="card-found-look" href={lookAddress(page, filters, name)} {...look} />
      )}
      <div id={id}>
        {isOpen && shown && <CardUnfolded lookedAt={shown} people={filters.people} />}
        {isOpen && !shown && fetcher.state !== 'idle' && <p role="status">A moment…</p>}
        {isOpen && !shown && fetcher.state === 'idle' && fetcher.data && (
          <p role="status">This card cannot be shown any more.</p>
        )}
      </div>
    </Row>
  );
}

function lookAddress(page: string, filters: Partial<CardChoice['filters']>, name: string) {
  const address = addressOfCards(filters, { page });
  return `${address}${address.includes('?') ? '&' : '?'}look=${name}`;
}
