import { type ReactNode, useContext, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from './button.tsx';
import { FormContext } from './form-context.ts';
import type { FormReply } from './form-reply.ts';
import { neighbourOf } from './row-focus.ts';

/**
 * Rows of a form that can be added, moved and taken out: by script at once, and without one by
 * buttons (`step` = 'add-row', 'up:2', 'down:2', 'remove:2') whose form comes back changed. In a form
 * with several lists the list follows: 'add-row:guests', 'remove:2:guests'.
 */
export interface RowDraft<V> {
  key: string;
  values: V;
  /** reasons by field of this row */
  errors: Partial<Record<string, string[]>>;
}

export interface RowDrafts<V> {
  rows: RowDraft<V>[];
  add(values: V): void;
  remove(key: string): void;
  move(key: string, by: 1 | -1): void;
  /** puts a row to a place among the others, 0 the top */
  place(key: string, at: number): void;
}

/** The rows of list `name`: as the form came back, else as `given`. */
export function useRowDrafts<V extends Record<string, string>>(
  name: string,
  given: readonly V[],
  reply: FormReply | undefined,
): RowDrafts<V> {
  const [shown, setShown] = useState(() => ({ reply, rows: draftsOf(name, given, reply) }));
  let { rows } = shown;
  if (shown.reply !== reply) {
    rows = draftsOf(name, given, reply);
    setShown({ reply, rows });
  }
  const change = (to: (rows: RowDraft<V>[]) => RowDraft<V>[]) =>
    setShown((before) => ({ ...before, rows: to(before.rows) }));
  const place = (key: string, placeOf: (at: number) => number) =>
    change((before) => {
      const at = before.findIndex((row) => row.key === key);
      const row = before[at];
      const to = placeOf(at);
      if (!row || to < 0 || to >= before.length) return before;
      const rest = before.filter((other) => other !== row);
      return [...rest.slice(0, to), row, ...rest.slice(to)];
    });
  return {
    rows,
    add: (values) =>
      change((before) => [
        ...before,
        { key: `new-${before.length}-${nextKey++}`, values, errors: {} },
      ]),
    remove: (key) => change((before) => before.filter((row) => row.key !== key)),
    move: (key, by) => place(key, (at) => at + by),
    place: (key, at) => place(key, () => at),
  };
}

// Only rows added by script take one: it never has to agree with the server's.
let nextKey = 0;
let replies = 0;
const replyNumbers = new WeakMap<FormReply, number>();

function draftsOf<V extends Record<string, string>>(
  name: string,
  given: readonly V[],
  reply: FormReply | undefined,
): RowDraft<V>[] {
  const typed = reply?.values[name];
  const values = reply ? (Array.isArray(typed) ? (typed as V[]) : []) : given;
  let from = 0;
  if (reply) {
    from = replyNumbers.get(reply) ?? ++replies;
    replyNumbers.set(reply, from);
  }
  return values.map((row, index) => {
    const start = `${name}[${index}].`;
    const errors = Object.entries(reply?.errors ?? {}).flatMap(([field, reasons]) =>
      field.startsWith(start) ? [[field.slice(start.length), reasons] as const] : [],
    );
    return { key: `${from}-${index}`, values: row ?? {}, errors: Object.fromEntries(errors) };
  });
}

interface RowScopeProps<V> {
  list: string;
  index: number;
  row: RowDraft<V>;
  children: ReactNode;
}

/** The fields of one row: they keep what this row holds, wherever it has moved to. */
export function RowScope<V>({ list, index, row, children }: RowScopeProps<V>) {
  const form = useContext(FormContext);
  const scoped = useMemo(() => {
    const at = (field: string) => `${list}[${index}].${field}`;
    const named = <T,>(values: object) =>
      Object.fromEntries(
        Object.entries(values).map(([field, value]) => [at(field), value as T]),
      ) as Record<string, T>;
    return {
      ...form,
      reply: { values: named(row.values as object), errors: named<string[]>(row.errors) },
    };
  }, [form, list, index, row]);
  return <FormContext.Provider value={scoped}>{children}</FormContext.Provider>;
}

interface RowButtonsProps {
  index: number;
  count: number;
  /** the list's name, where a form has several */
  list?: string;
  /** what the row is called, for those who hear the page */
  of: string;
  /** where on the page the rows stand, an id: without scripts the form comes back there */
  at?: string;
  onMove?: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** Up, down and remove. Leave `onMove` out of a list that has an order of its own. */
export function RowButtons(props: RowButtonsProps) {
  const { index, count, list, of, at, onMove, onRemove } = props;
  const step = (verb: string, onPress: () => void, words: string, mark: ReactNode, off = false) => (
    <Button
      variant="quiet"
      name="step"
      value={list ? `${verb}:${index}:${list}` : `${verb}:${index}`}
      formNoValidate
      formAction={at && `#${at}`}
      aria-label={`${words} ${of}`}
      title={words}
      disabled={off}
      onClick={(event) => {
        event.preventDefault();
        const button = event.currentTarget;
        const next = verb === 'remove' ? neighbourOf(button) : button;
        flushSync(onPress);
        next?.focus();
      }}
    >
      {mark}
    </Button>
  );
  return (
    <div className="flex shrink-0 items-center">
      {onMove && step('up', () => onMove(-1), 'Move up', '↑', index === 0)}
      {onMove && step('down', () => onMove(1), 'Move down', '↓', index === count - 1)}
      {step('remove', onRemove, 'Remove', <span className="text-xl">×</span>)}
    </div>
  );
}

interface AddRowProps {
  children: ReactNode;
  /** as of the RowButtons */
  at?: string;
  /** the list's name, where a form has several */
  list?: string;
  onAdd: () => void;
}

export function AddRow({ children, at, list, onAdd }: AddRowProps) {
  return (
    <Button
      name="step"
      value={list ? `add-row:${list}` : 'add-row'}
      formNoValidate
      formAction={at && `#${at}`}
      onClick={(event) => {
        event.preventDefault();
        onAdd();
      }}
    >
      {children}
    </Button>
  );
}

interface EnterButtonProps {
  name?: string;
  value?: string;
}

/** What Enter presses in a form whose first visible button does something else. */
export function EnterButton({ name = 'step', value = '' }: EnterButtonProps) {
  return (
    <button
      type="submit"
      className="sr-only"
      tabIndex={-1}
      aria-hidden="true"
      name={name}
      value={value}
    >
      Go on
    </button>
  );
}
