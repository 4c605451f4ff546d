import { useContext, useEffect, useRef, useState } from 'react';
import { COUNT_FROM, NOTE_MAX } from '#app/discussions/rules/discussions.ts';
import { browserStore } from '#app/ui/document/kept.ts';
import { FormContext } from '#app/ui/forms/form-context.ts';
import { draftKey, dropSent, keepDraft, readDraft } from './draft-store.ts';

export interface DraftPlace {
  personId: number;
  /** where this form's draft is kept: a thread, a new thread, a note */
  place: string;
  /** the fields as they are when nothing was typed */
  blank: Record<string, string>;
  /** what the note will be known as once posted, from the form's own fields */
  sentAs(value: (name: string) => string): string;
  /** what the page shows as just posted, and other places whose draft that may have been */
  sent?: readonly string[] | null;
  others?: readonly string[];
}

const SAVE_AFTER_MS = 400;

type State = 'none' | 'saved' | 'back';

/** Keeps the draft of the form around it, and says so. Does nothing without scripts. */
export function DraftWords({ personId, place, blank, sentAs, sent, others = [] }: DraftPlace) {
  const words = useRef<HTMLSpanElement>(null);
  const { reply } = useContext(FormContext);
  const [state, setState] = useState<State>('none');
  const [left, setLeft] = useState<number | null>(null);
  const given = useRef({ blank, sentAs, others, replied: reply !== undefined });
  given.current = { blank, sentAs, others, replied: reply !== undefined };
  const posted = sent?.join(' ') ?? '';

  useEffect(() => {
    const form = words.current?.closest('form');
    const store = browserStore();
    if (!form || !store) return;
    const key = draftKey(personId, place);
    const names = () => Object.keys(given.current.blank);
    const values = () => Object.fromEntries(names().map((name) => [name, valueIn(form, name)]));
    const isBlank = (typed: Record<string, string>) =>
      names().every((name) => typed[name] === given.current.blank[name]);
    const count = () => {
      const typed = valueIn(form, 'body').trim().length;
      setLeft(typed >= COUNT_FROM ? NOTE_MAX - typed : null);
    };

    if (posted) {
      const tokens = posted.split(' ');
      for (const other of given.current.others) {
        dropSent(store, draftKey(personId, other), tokens);
      }
      const done = dropSent(store, key, tokens);
      // What was typed on since it was sent is not what was posted.
      if (done && names().every((name) => valueIn(form, name) === done.values[name])) {
        fill(form, given.current.blank);
        setState('none');
      }
    }
    const kept = readDraft(store, key);
    if (kept && isBlank(values()) && !isBlank(kept.values) && !given.current.replied) {
      fill(form, kept.values);
      setState('back');
    }
    count();

    let timer: number | undefined;
    const save = () => {
      window.clearTimeout(timer);
      timer = undefined;
      const typed = values();
      if (isBlank(typed)) {
        store.removeItem(key);
        setState('none');
      } else {
        const as = given.current.sentAs((name) => valueIn(form, name));
        setState(keepDraft(store, key, { values: typed, sent: as }) ? 'saved' : 'none');
      }
    };
    const typing = () => {
      count();
      window.clearTimeout(timer);
      timer = window.setTimeout(save, SAVE_AFTER_MS);
    };
    const leaving = () => {
      if (timer !== undefined) save();
    };
    const emptied = () => {
      window.clearTimeout(timer);
      timer = undefined;
      setState('none');
      setLeft(null);
    };
    form.addEventListener('input', typing);
    form.addEventListener('submit', save);
    form.addEventListener('reset', emptied);
    window.addEventListener('pagehide', leaving);
    return () => {
      leaving();
      form.removeEventListener('input', typing);
      form.removeEventListener('submit', save);
      form.removeEventListener('reset', emptied);
      window.removeEventListener('pagehide', leaving);
    };
  }, [personId, place, posted]);

  const discard = () => {
    const form = words.current?.closest('form');
    browserStore()?.removeItem(draftKey(personId, place));
    if (form) fill(form, blank);
    setState('none');
    setLeft(null);
    form?.querySelector<HTMLElement>('[name=title], [name=body]')?.focus();
  };
  return (
    <span ref={words}>
      <span role="status">
        {state === 'saved' && ' Draft saved in this browser until you sign out.'}
        {state === 'back' && ' Your draft is back.'}
        {left !== null && <span className={left < 0 ? 'over' : 'near'}> {leftInWords(left)}</span>}
      </span>
      {state === 'back' && (
        <button type="button" className="link-button" onClick={discard}>
          Discard it
        </button>
      )}
    </span>
  );
}

function leftInWords(left: number): string {
  const n = Math.abs(left).toLocaleString('en-GB');
  return left < 0 ? `${n} characters too many.` : `${n} characters left.`;
}

function fieldIn(form: HTMLFormElement, name: string) {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
}

const valueIn = (form: HTMLFormElement, name: string) => fieldIn(form, name)?.value ?? '';

function fill(form: HTMLFormElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = fieldIn(form, name);
    if (!field) continue;
    field.value = value;
    const folded = value && field.type !== 'hidden' ? field.closest('details') : null;
    if (folded) folded.open = true;
  }
}
