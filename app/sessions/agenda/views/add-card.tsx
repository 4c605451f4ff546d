import { useRef } from 'react';
import type { DeckChoices } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import { type AgendaRow, blankItem } from '#app/sessions/schedule/rules/session-draft.ts';
import { Button } from '#app/ui/forms/button.tsx';

interface AddCardProps {
  shelves: readonly DeckChoices[];
  /** where on the page the rows stand, an id */
  at: string;
  onAdd: (row: AgendaRow) => void;
}

/** A card from all there are, to the end of the agenda. */
export function AddCard({ shelves, at, onAdd }: AddCardProps) {
  const select = useRef<HTMLSelectElement>(null);
  return (
    <div className="flex min-w-0 items-end gap-2 max-sm:w-full">
      <span className="select min-w-0 max-sm:flex-1 sm:w-72">
        <select ref={select} name="addCard" aria-label="A card" className="input" defaultValue="">
          <option value="">Choose a card…</option>
          {shelves.map(({ deck, cards }) => (
            <optgroup key={deck} label={deck}>
              {cards.map(({ value, title, minutes }) => (
                <option key={value} value={value}>
                  {title} · {minutes} min
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <i className="caret" />
      </span>
      <Button
        name="step"
        value="add-card"
        formNoValidate
        formAction={`#${at}`}
        onClick={(event) => {
          event.preventDefault();
          const value = select.current?.value ?? '';
          const chosen = shelves.flatMap(({ cards }) => cards).find((card) => card.value === value);
          if (!chosen) return select.current?.focus();
          const [deck = '', card = ''] = value.split('/');
          onAdd({ ...blankItem, title: chosen.title, minutes: String(chosen.minutes), deck, card });
          if (select.current) select.current.value = '';
        }}
      >
        Add a card
      </Button>
    </div>
  );
}
