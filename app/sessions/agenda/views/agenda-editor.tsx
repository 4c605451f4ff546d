import { useRef } from 'react';
import { flushSync } from 'react-dom';
import type { DeckChoices } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import { type AgendaRow, blankItem } from '#app/sessions/schedule/rules/session-draft.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Field, Fieldset } from '#app/ui/forms/field.tsx';
import { Hidden } from '#app/ui/forms/form.tsx';
import { AddRow, RowButtons, type RowDrafts, RowScope } from '#app/ui/forms/row-drafts.tsx';
import { AgendaTotal } from './agenda-list.tsx';

export type AgendaDraft = AgendaRow & Record<string, string>;

/** Where the agenda stands on the form's page. */
const HERE = 'agenda';

interface AgendaEditorProps {
  drafts: RowDrafts<AgendaDraft>;
  shelves: readonly DeckChoices[];
  /** minutes typed so far, and those there are */
  total: number;
  minutes: number;
}

/** The agenda as rows to type in: cards and whatever else happens. */
export function AgendaEditor({ drafts, shelves, total, minutes }: AgendaEditorProps) {
  const { rows, add, move, remove } = drafts;
  const addBlank = () => {
    flushSync(() => add(blankItem as AgendaDraft));
    document.getElementsByName(`agenda[${rows.length}].title`)[0]?.focus();
  };
  return (
    <Fieldset
      legend={
        <span id={HERE}>
          Agenda{' '}
          <span className="font-normal" aria-live="polite">
            <AgendaTotal total={total} minutes={minutes} />
          </span>
        </span>
      }
      name="agenda"
    >
      {rows.length > 0 && (
        <ol className="mb-3 rounded-md border border-rule bg-leaf">
          {rows.map((row, index) => (
            <li key={row.key} className="border-t border-rule px-3 py-2.5 first:border-0">
              <RowScope list="agenda" index={index} row={row}>
                <Item
                  index={index}
                  values={row.values}
                  buttons={
                    <RowButtons
                      index={index}
                      count={rows.length}
                      of={row.values.title || `item ${index + 1}`}
                      at={HERE}
                      onMove={(by) => move(row.key, by)}
                      onRemove={() => remove(row.key)}
                    />
                  }
                />
              </RowScope>
            </li>
          ))}
        </ol>
      )}
      <div className="flex flex-wrap items-end gap-3">
        <AddCard shelves={shelves} onAdd={(card) => add(card as AgendaDraft)} />
        <AddRow at={HERE} onAdd={addBlank}>
          Add something else
        </AddRow>
      </div>
    </Fieldset>
  );
}

interface ItemProps {
  index: number;
  values: AgendaRow;
  buttons: React.ReactNode;
}

function Item({ index, values, buttons }: ItemProps) {
  const at = (field: keyof AgendaRow) => `agenda[${index}].${field}`;
  const isCard = Boolean(values.card);
  return (
    <div className="grid grid-cols-[4.5rem_minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,1fr)_4.5rem_auto_auto]">
      {isCard && (
        <>
          <Hidden name={at('deck')} value={values.deck} />
          <Hidden name={at('card')} value={values.card} />
        </>
      )}
      <Field
        name={at('title')}
        label={
          <span className="sr-only">
            What happens, item {index + 1}
            {isCard && ', a card'}
          </span>
        }
        maxLength={200}
        className="col-span-3 mb-0! sm:col-span-1 [&>label]:mb-0!"
      />
      <Field
        name={at('minutes')}
        label={<span className="sr-only">Minutes of item {index + 1}</span>}
        type="number"
        min={1}
        max={480}
        className="mb-0! [&>label]:mb-0!"
      />
      <p className="pt-2.5 text-ink-2" aria-hidden="true">
        {isCard ? 'min · card' : 'min'}
      </p>
      <div>{buttons}</div>
    </div>
  );
}

interface AddCardProps {
  shelves: readonly DeckChoices[];
  onAdd: (row: AgendaRow) => void;
}

function AddCard({ shelves, onAdd }: AddCardProps) {
  const select = useRef<HTMLSelectElement>(null);
  return (
    <div className="flex min-w-0 gap-2 max-sm:w-full">
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
        formAction={`#${HERE}`}
        onClick={(event) => {
          event.preventDefault();
          const value = select.current?.value ?? '';
          const chosen = shelves.flatMap(({ cards }) => cards).find((card) => card.value === value);
          if (!chosen) return select.current?.focus();
          const [deck = '', card = ''] = value.split('/');
          onAdd({ title: chosen.title, minutes: String(chosen.minutes), deck, card });
          if (select.current) select.current.value = '';
        }}
      >
        Add a card
      </Button>
    </div>
  );
}
