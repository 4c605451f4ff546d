import { useEffect, useRef, useState } from 'react';
import type { Check } from '#app/mentoring/asks/rules/checks.ts';
import { browserStore, keptKey } from '#app/ui/document/kept.ts';

/** What a draft is, once it was kept. */
export interface KeptDraft {
  version: number;
  html: string;
  checks: Check[];
}

export type KeepingReply = ({ ok: true } & KeptDraft) | { ok: false; reason: string };

interface Props {
  personId: number;
  askId: number;
  /** the version that the page was made from */
  version: number;
  /** where it is kept by itself; null where what others read waits for its button */
  address: string | null;
  /** the page holds an answer to what was typed: nothing is kept over it, nor brought back */
  isAnswer: boolean;
  onKept: (kept: KeptDraft) => void;
}

type State = 'same' | 'kept' | 'back' | 'away' | 'elsewhere' | 'not-kept';

const NAMES = ['title', 'body', 'neededBy'] as const;
const STORE_AFTER_MS = 400;
const KEEP_AFTER_MS = 1500;
const AGAIN_AFTER_MS = 15_000;

/**
 * Keeps the draft of the form around it on the server as it is typed; what is not there yet, the
 * browser keeps. Without scripts it is the version of the form, and a sentence.
 */
export function KeptByItself(props: Props) {
  const { personId, askId, version, address, isAnswer, onKept } = props;
  const place = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>('same');
  const given = useRef({ onKept });
  given.current = { onKept };

  useEffect(() => {
    const field = place.current;
    const form = field?.form;
    const store = browserStore();
    if (!field || !form || isAnswer) return;
    const key = keptKey(personId, `ask:${askId}`);
    let saved = said(form);
    let sending: Promise<void> | null = null;
    const timers = { store: 0, keep: 0 };
    const later = (name: keyof typeof timers, what: () => void, ms: number) => {
      window.clearTimeout(timers[name]);
      timers[name] = window.setTimeout(what, ms);
    };

    const remember = () => {
      const typed = said(form);
      if (isSame(typed, saved)) return drop(store, key);
      put(store, key, { ...typed, version: field.value });
    };
    const keep = async (): Promise<void> => {
      const typed = said(form);
      if (!address || isSame(typed, saved)) return;
      try {
        const reply = await post(address, { ...typed, version: field.value });
        if (reply === null) {
          setState('not-kept');
          return later('keep', begin, AGAIN_AFTER_MS);
        }
        if (!reply.ok) return setState('elsewhere');
        saved = typed;
        field.value = String(reply.version);
        remember();
        setState('kept');
        given.current.onKept(reply);
      } catch {
        setState('away');
        later('keep', begin, AGAIN_AFTER_MS);
      }
    };
    const begin = () => {
      sending ??= keep().finally(() => {
        sending = null;
      });
    };
    const typing = () => {
      later('store', remember, STORE_AFTER_MS);
      if (address) later('keep', begin, KEEP_AFTER_MS);
    };
    // What is on its way makes another version: the form waits for it, so that it says the right one.
    const submitting = (event: SubmitEvent) => {
      window.clearTimeout(timers.keep);
      remember();
      if (!sending) return;
      event.preventDefault();
      event.stopPropagation();
      void sending.then(() => form.requestSubmit(event.submitter));
    };

    const kept = read(store, key);
    if (kept && !isSame(kept, saved)) {
      fill(form, kept);
      // Made from an older version, it is shown beside the newer one before it replaces anything.
      if (kept.version) field.value = kept.version;
      setState('back');
      if (address) later('keep', begin, KEEP_AFTER_MS);
    } else drop(store, key);

    form.addEventListener('input', typing);
    form.addEventListener('submit', submitting);
    window.addEventListener('online', begin);
    window.addEventListener('pagehide', remember);
    return () => {
      for (const timer of Object.values(timers)) window.clearTimeout(timer);
      form.removeEventListener('input', typing);
      form.removeEventListener('submit', submitting);
      window.removeEventListener('online', begin);
      window.removeEventListener('pagehide', remember);
    };
  }, [personId, askId, version, address, isAnswer]);

  return (
    <>
      <input type="hidden" name="version" defaultValue={version} key={version} ref={place} />
      <span role="status"> {words[state]}</span>
    </>
  );
}

const words: Record<State, string> = {
  same: '',
  kept: 'Kept a moment ago. It stays here until you send it.',
  back: 'What you typed here before is back.',
  away: 'The connection is lost. What you typed is kept in this browser.',
  elsewhere:
    'This was changed in another tab or elsewhere. Nothing is lost: keep it by its button, and you see both.',
  'not-kept': 'It could not be kept just now. What you typed is kept in this browser.',
};

type Said = Record<(typeof NAMES)[number], string>;

const fieldOf = (form: HTMLFormElement, name: string) => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
};

const said = (form: HTMLFormElement) =>
  Object.fromEntries(NAMES.map((name) => [name, fieldOf(form, name)?.value ?? ''])) as Said;

const isSame = (one: Said, other: Said) => NAMES.every((name) => one[name] === other[name]);

function fill(form: HTMLFormElement, typed: Said): void {
  for (const name of NAMES) {
    const field = fieldOf(form, name);
    if (field) field.value = typed[name];
  }
}

/** @returns null where it was not taken. @throws where it never came there */
async function post(address: string, typed: Record<string, string>): Promise<KeepingReply | null> {
  const answer = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams(typed),
    redirect: 'manual',
  });
  const isJson = answer.headers.get('Content-Type')?.includes('json');
  return answer.ok && isJson ? answer.json() : null;
}

function read(store: Storage | null, key: string): (Said & { version?: string }) | null {
  try {
    const kept = JSON.parse(store?.getItem(key) ?? 'null');
    return NAMES.every((name) => typeof kept?.[name] === 'string') ? kept : null;
  } catch {
    return null;
  }
}

function put(store: Storage | null, key: string, typed: Record<string, string>): void {
  try {
    store?.setItem(key, JSON.stringify(typed));
  } catch {
    // A browser that keeps nothing: the server does, a moment later.
  }
}

function drop(store: Storage | null, key: string): void {
  store?.removeItem(key);
}
