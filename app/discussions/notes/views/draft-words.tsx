import { useContext, useEffect, useRef, useState } from 'react';
import { COUNT_FROM, NOTE_MAX } from '#app/discussions/rules/discussions.ts';
import { withQuote, withQuoted } from '#app/discussions/rules/quoting.ts';
import { browserStore } from '#app/ui/document/kept.ts';
import { FormContext } from '#app/ui/forms/form-context.ts';
import { heldKeys, holdDraft } from './draft-hold.ts';
import { draftsAt, dropSent, keepDraft, readDraft } from './draft-store.ts';
import { KeyField } from './unseen-fields.tsx';

export interface DraftPlace {
  personId: number;
  /** where this form's draft is kept: a thread, a new thread, a note */
  place: string;
  /** the fields as they are when nothing was typed */
  blank: Record<string, string>;
  submissionKey: string;
  /** what the text begins with on this page: it stands behind the draft that is back */
  begun?: string | null;
  /** what the page shows as just posted: the keys of its submission */
  sent?: readonly string[] | null;
}

const SAVE_AFTER_MS = 400;

type State = 'none' | 'saved' | 'back';

/** Keeps the draft of the form around it, and says so. Does nothing without scripts. */
export function DraftWords({
  personId,
  place,
  blank,
  submissionKey,
  begun = null,
  sent,
}: DraftPlace) {
  const words = useRef<HTMLSpanElement>(null);
  const { reply } = useContext(FormContext);
  const [state, setState] = useState<State>('none');
  const [left, setLeft] = useState<number | null>(null);
  const given = useRef({ blank, begun, replied: reply !== undefined });
  given.current = { blank, begun, replied: reply !== undefined };
  const posted = sent?.join(' ') ?? '';
  // That of the draft that is back: posted here and elsewhere, it is the same note.
  const [key, setKey] = useState<string | null>(null);
  const hold = useRef<Promise<string>>();

  useEffect(() => {
    const open = new AbortController();
    hold.current = holdDraft(personId, place, open.signal);
    return () => open.abort();
  }, [personId, place]);

  useEffect(() => {
    const form = words.current?.closest('form');
    const store = browserStore();
    if (!form || !store) return;
    const { begun } = given.current;
    const names = () => Object.keys(given.current.blank);
    const values = () => Object.fromEntries(names().map((name) => [name, valueIn(form, name)]));
    const isBlank = (typed: Record<string, string>) =>
      names().every((name) => typed[name] === given.current.blank[name]);
    const count = () => {
      const typed = valueIn(form, 'body').trim().length;
      setLeft(typed >= COUNT_FROM ? NOTE_MAX - typed : null);
    };

    let over = false;
    let own = '';
    const settle = async () => {
      const [key = '', held] = [await hold.current, await heldKeys()];
      if (over) return;
      own = key;
      const isElsewhere = (other: string) => other !== own && held?.has(other) === true;
      if (posted) {
        const done = readDraft(store, own);
        const tokens = posted.split(' ');
        dropSent(store, personId, tokens, isElsewhere);
        // What was typed on since it was sent is not what was posted.
        const same = names().every((name) => valueIn(form, name) === done?.values[name]);
        if (done && tokens.includes(done.sent) && same) {
          fill(form, given.current.blank);
          setState('none');
          setKey(null);
        }
      }
      const shown = values();
      const isBegun = begun !== null && shown.body?.trim() === begun.trim();
      if (given.current.replied || !(isBegun || isBlank(shown))) return;
      for (const key of [own, ...draftsAt(store, personId, place)]) {
        const kept = isElsewhere(key) ? null : readDraft(store, key);
        if (!kept || isBlank(kept.values)) continue;
        fill(form, kept.values);
        if (isBegun && begun) {
          fill(form, {
            body: withQuote(kept.values.body ?? '', begun),
            quotes: withQuoted(kept.values.quotes ?? '', Number(shown.quotes)),
          });
        }
        setKey(kept.sent);
        // Left behind by a form that is closed: from here on it is this one's.
        if (key !== own && keepDraft(store, own, kept) && held) store.removeItem(key);
        setState('back');
        break;
      }
      count();
    };
    void settle();
    count();

    let timer: number | undefined;
    const save = () => {
      window.clearTimeout(timer);
      timer = undefined;
      if (!own) return;
      const typed = values();
      if (isBlank(typed)) {
        store.removeItem(own);
        setState('none');
      } else {
        const draft = { values: typed, sent: valueIn(form, 'submissionKey'), at: Date.now() };
        setState(keepDraft(store, own, draft) ? 'saved' : 'none');
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
      setKey(null);
      setLeft(null);
    };
    form.addEventListener('input', typing);
    form.addEventListener('submit', save);
    form.addEventListener('reset', emptied);
    window.addEventListener('pagehide', leaving);
    return () => {
      leaving();
      over = true;
      form.removeEventListener('input', typing);
      form.removeEventListener('submit', save);
      form.removeEventListener('reset', emptied);
      window.removeEventListener('pagehide', leaving);
    };
  }, [personId, place, posted]);

  const discard = async () => {
    const form = words.current?.closest('form');
    browserStore()?.removeItem((await hold.current) ?? '');
    if (form) fill(form, blank);
    setState('none');
    setKey(null);
    setLeft(null);
    form?.querySelector<HTMLElement>('[name=title], [name=body]')?.focus();
  };
  return (
    <span ref={words}>
      <KeyField value={submissionKey} of={key} />
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
