import { type KeyboardEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { DeckChoices } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import type { CardsToChoose } from '#app/sessions/agenda/queries/cards-to-choose.server.ts';
import {
  type AgendaRow,
  blankItem,
  clockAfter,
} from '#app/sessions/schedule/rules/session-draft.ts';
import { Field, Fieldset } from '#app/ui/forms/field.tsx';
import { Hidden } from '#app/ui/forms/form.tsx';
import { AddRow, RowButtons, type RowDrafts, RowScope } from '#app/ui/forms/row-drafts.tsx';
import { useDragged } from '#app/ui/forms/use-dragged.ts';
import { AddCard } from './add-card.tsx';
import { AgendaTotal } from './agenda-list.tsx';
import { type CardParts, LookForCards } from './look-for-cards.tsx';

export type AgendaDraft = AgendaRow & Record<string, string>;

/** Where the agenda stands on the form's page. */
const HERE = 'agenda';

const sumOf = (minutes: readonly number[]) => minutes.reduce((sum, one) => sum + one, 0);

interface AgendaEditorProps {
  drafts: RowDrafts<AgendaDraft>;
  shelves: readonly DeckChoices[];
  cards: CardParts;
  /** the cards that were looked for */
  found: CardsToChoose | null;
  /** when it begins, 'HH:MM'; the minutes typed into each row so far, and those there are */
  starts: string;
  typed: readonly number[];
  minutes: number;
}

/** The agenda as rows to type in: cards and whatever else happens. */
export function AgendaEditor(props: AgendaEditorProps) {
  const { drafts, shelves, cards, found, starts, typed, minutes } = props;
  const { rows, add, move, remove, place } = drafts;
  const list = useRef<HTMLOListElement>(null);
  const drag = useDragged(list, (index, at) => {
    const row = rows[index];
    if (row) place(row.key, at);
  });
  const total = sumOf(typed);
  /** Alt and an arrow move the row one is in; the focus stays where it was. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, key: string) => {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
    if (!by || !event.altKey) return;
    event.preventDefault();
    const field = document.activeElement;
    flushSync(() => move(key, by));
    if (field instanceof HTMLElement) field.focus();
  };
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
            <AgendaTotal total={total} minutes={minutes} starts={starts} />
          </span>
        </span>
      }
      name="agenda"
    >
      {rows.length > 0 && (
        <ol
          ref={list}
          className="agenda-rows mb-3 rounded-md border border-rule bg-leaf"
          data-dragging={drag.held !== null || undefined}
        >
          {rows.map((row, index) => (
            <li
              key={row.key}
              className="relative border-t border-rule px-3 py-2.5 first:border-0"
              data-held={drag.held === index || undefined}
              data-before={drag.place === index || undefined}
              data-after={(drag.place === rows.length && index === rows.length - 1) || undefined}
              style={drag.styleOf(index)}
              onKeyDown={(event) => onKeyDown(event, row.key)}
            >
              <RowScope list="agenda" index={index} row={row}>
                <Item
                  index={index}
                  values={row.values}
                  ends={clockAfter(starts, sumOf(typed.slice(0, index + 1)))}
                  grip={
                    drag.isReady && (
                      <span className="agenda-grip" aria-hidden="true" {...drag.gripOf(index)} />
                    )
                  }
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
        <AddCard shelves={shelves} at={HERE} onAdd={(card) => add(card as AgendaDraft)} />
        <AddRow at={HERE} onAdd={addBlank}>
          Add something else
        </AddRow>
      </div>
      <LookForCards {...cards} found={found} at={HERE} onAdd={(card) => add(card as AgendaDraft)} />
    </Fieldset>
  );
}

interface ItemProps {
  index: number;
  values: AgendaRow;
  /** when it ends, 'HH:MM' */
  ends: string;
  /** to drag it by */
  grip: React.ReactNode;
  buttons: React.ReactNode;
}

function Item({ index, values, ends, grip, buttons }: ItemProps) {
  const at = (field: keyof AgendaRow) => `agenda[${index}].${field}`;
  const isCard = Boolean(values.card);
  return (
    <div className="grid grid-cols-[4.5rem_minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,1fr)_4.5rem_auto_auto]">
      {values.id && <Hidden name={at('id')} value={values.id} />}
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
      <p className="pt-2.5 whitespace-nowrap text-ink-2" aria-hidden="true">
        {ends ? (
          <>
            <span className="max-sm:hidden">min · </span>
            {`to ${ends}`}
          </>
        ) : isCard ? (
          'min · card'
        ) : (
          'min'
        )}
      </p>
      <div className="flex items-center">
        {grip}
        {buttons}
      </div>
    </div>
  );
}
