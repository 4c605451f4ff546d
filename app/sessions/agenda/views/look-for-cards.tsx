import { type ReactNode, useRef } from 'react';
import type { CardShelves } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import { type AgendaRow, blankItem } from '#app/sessions/schedule/rules/session-draft.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Details, Row, Rows } from '#app/ui/page/page.tsx';

/** What the room of cards shows in the form of a session. */
export interface CardParts {
  /** what one looks for, as fields of the form */
  fields: ReactNode;
  inShort: (card: CardShelves[number]['cards'][number]) => ReactNode;
}

interface LookForCardsProps extends CardParts {
  /** null before anything was looked for */
  found: CardShelves | null;
  /** where on the page the agenda stands, an id */
  at: string;
  onAdd: (row: AgendaRow) => void;
}

/** Cards by what they are like, each in short, for the end of the agenda. */
export function LookForCards({ fields, inShort, found, at, onAdd }: LookForCardsProps) {
  const show = useRef<HTMLDivElement>(null);
  return (
    <Details summary="Look for a card" open={found !== null}>
      <search
        aria-label="Cards"
        className="grid grid-cols-2 items-end gap-4 [&_.field]:mb-0"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
          show.current?.querySelector('button')?.click();
        }}
      >
        {fields}
        <div className="col-span-2" ref={show}>
          <Button name="step" value="find-cards" formNoValidate formAction={`#${at}`}>
            Show cards
          </Button>
        </div>
      </search>
      {found?.length === 0 && (
        <p className="mt-4" role="status">
          No card fits all of that. Try a little more time, another kind, or fewer words.
        </p>
      )}
      {found?.map(({ slug: deck, title: deckTitle, cards }) => (
        <div key={deck} className="mt-4">
          <h3 className="mb-2">{deckTitle}</h3>
          <Rows label={deckTitle}>
            {cards.map((card) => (
              <Row
                key={card.slug}
                title={card.title}
                meta={`${card.minutes} minutes · ${card.for}`}
                action={
                  <Button
                    name="step"
                    value={`add-card:${deck}/${card.slug}`}
                    formNoValidate
                    formAction={`#${at}`}
                    aria-label={`Add ${card.title} to the agenda`}
                    onClick={(event) => {
                      event.preventDefault();
                      const { title, minutes } = card;
                      onAdd({
                        ...blankItem,
                        title,
                        minutes: String(minutes),
                        deck,
                        card: card.slug,
                      });
                    }}
                  >
                    Add
                  </Button>
                }
              >
                {inShort(card)}
              </Row>
            ))}
          </Rows>
        </div>
      ))}
    </Details>
  );
}
