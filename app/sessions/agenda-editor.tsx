import { useRef } from 'react';
import { Button } from '#app/ui/button.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { Hidden } from '#app/ui/form.tsx';
import { AddRow, RowButtons, type RowDrafts, RowScope } from '#app/ui/row-drafts.tsx';
import type { CardShelf } from './agenda-card.server.ts';
import { AgendaTotal } from './agenda-list.tsx';
import { type AgendaRow, blankItem } from './rules/session-draft.ts';

export type AgendaDraft = AgendaRow & Record<string, string>;

interface AgendaEditorProps {
  drafts: RowDrafts<AgendaDraft>;
  shelves: readonly CardShelf[];
  /** minutes typed so far, and those there are */
  total: number;
  minutes: number;
}

/** The agenda as rows to type in: cards and whatever else happens. */
export function AgendaEditor({ drafts, shelves, total, minutes }: AgendaEditorProps) {
  const { rows, add, move, remove } = drafts;
  return (
    <Fieldset
      legend={
        <span id="agenda">
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
            <li key={row.key} className="border-t border-rule px-3 py-2 first:border-0">
              <RowScope list="agenda" index={index} row={row}>
                <Item
                  index={index}
                  values={row.values}
                  buttons={
                    <RowButtons
                      index={index}
                      count={rows.length}
                      of={row.values.title || `item ${index + 1}`}
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
        <AddRow onAdd={() => add(blankItem as AgendaDraft)}>Add something else</AddRow>
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
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 gap-y-2 sm:grid-cols-[minmax(0,1fr)_5.5rem_auto]">
      {values.card && (
        <>
          <Hidden name={at('deck')} value={values.deck} />
          <Hidden name={at('card')} value={values.card} />
        </>
      )}
      <Field
        name={at('title')}
        label={<span className="sr-only">What happens, item {index + 1}</span>}
        hint={values.card && 'A card'}
        maxLength={200}
        className="col-span-2 mb-0! sm:col-span-1"
      />
      <Field
        name={at('minutes')}
        label={<span className="sr-only">Minutes of item {index + 1}</span>}
        type="number"
        min={1}
        max={480}
        placeholder="min"
        className="mb-0! max-w-24"
      />
      <div className="pt-1.5">{buttons}</div>
    </div>
  );
}

interface AddCardProps {
  shelves: readonly CardShelf[];
  onAdd: (row: AgendaRow) => void;
}

function AddCard({ shelves, onAdd }: AddCardProps) {
  const select = useRef<HTMLSelectElement>(null);
  return (
    <div className="flex min-w-0 flex-wrap gap-2">
      <select
        ref={select}
        name="addCard"
        aria-label="A card"
        className="input w-auto! max-w-full min-w-0 flex-1"
        defaultValue=""
      >
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
      <Button
        name="step"
        value="add-card"
        formNoValidate
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
