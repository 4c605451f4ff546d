import { useFetcher } from '@remix-run/react';
import { type ReactNode, useRef } from 'react';
import type { CardsToChoose } from '#app/sessions/agenda/queries/cards-to-choose.server.ts';
import {
  type AgendaRow,
  blankItem,
  CARD_FIELDS,
} from '#app/sessions/schedule/rules/session-draft.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { useTyped } from '#app/ui/forms/use-typed.ts';
import { Details } from '#app/ui/page/page.tsx';

type Card = CardsToChoose['choice']['cards'][number];

/** What the room of cards shows in the form of a session. */
export interface CardParts {
  /** where cards for it are answered */
  from: string;
  /** what one looks for, as fields of the form */
  fields: (found: CardsToChoose | null) => ReactNode;
  results: (found: CardsToChoose, controls: Controls) => ReactNode;
}

/** What can be done with what was found. */
interface Controls {
  from: string;
  formAction: string;
  add: (card: Card) => ReactNode;
  more: (show: number) => ReactNode;
}

interface LookForCardsProps extends CardParts {
  /** what was found without scripts; null before anything was looked for */
  found: CardsToChoose | null;
  /** where on the page the agenda stands, an id */
  at: string;
  onAdd: (row: AgendaRow) => void;
}

/**
 * Cards by what they are like, each to be looked at in its place, for the end of the agenda. With
 * scripts what is found follows what one types; nothing of the form around it is sent.
 */
export function LookForCards(props: LookForCardsProps) {
  const { from, fields, results, found: given, at, onAdd } = props;
  const place = useRef<HTMLElement>(null);
  const fetcher = useFetcher<CardsToChoose>();
  const found = fetcher.data ?? given;
  const load = (show = '') => {
    const form = place.current?.closest('form');
    if (form) fetcher.load(addressIn(from, new FormData(form), show));
  };
  const typed = useTyped(() => load());
  const formAction = `#${at}`;
  return (
    <Details
      summary="Look for a card"
      open={given !== null}
      onOpen={() => {
        if (!found) load();
      }}
    >
      <search
        ref={place}
        aria-label="Cards"
        className="card-filters"
        onInput={typed.onInput}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
          typed.now();
        }}
      >
        {fields(found)}
        <Button
          className="card-filters-show"
          name="step"
          value="find-cards"
          formNoValidate
          formAction={formAction}
          onClick={(event) => {
            event.preventDefault();
            typed.now();
          }}
        >
          Show cards
        </Button>
      </search>
      {found &&
        results(found, {
          from,
          formAction,
          add: (card) => (
            <Button
              name="step"
              value={`add-card:${card.deck}/${card.slug}`}
              formNoValidate
              formAction={formAction}
              aria-label={`Add ${card.title} to the agenda`}
              onClick={(event) => {
                event.preventDefault();
                const { title, minutes, deck, slug } = card;
                onAdd({ ...blankItem, title, minutes: String(minutes), deck, card: slug });
              }}
            >
              Add
            </Button>
          ),
          more: (show) => (
            <p className="mt-4">
              <Button
                name="step"
                value={`find-cards:${show}`}
                formNoValidate
                formAction={formAction}
                onClick={(event) => {
                  event.preventDefault();
                  load(String(show));
                }}
              >
                Show more
              </Button>
            </p>
          ),
        })}
    </Details>
  );
}

/** What is typed, as the address that answers it. */
function addressIn(from: string, form: FormData, show: string): string {
  const search = new URLSearchParams();
  const fields = { ...CARD_FIELDS, milestone: 'milestoneId', day: 'date' };
  for (const [name, field] of Object.entries(fields)) {
    for (const value of form.getAll(field)) if (value !== '') search.append(name, String(value));
  }
  if (show !== '') search.set('show', show);
  return `${from}${from.includes('?') ? '&' : '?'}${search}`;
}
