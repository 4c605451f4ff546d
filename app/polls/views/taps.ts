import { type RefObject, useEffect, useRef, useState } from 'react';
import { useBeforePaint } from '#app/ui/document/before-paint.ts';

/** kept: all is; sending: not yet; away: it is sent again; lost: the server took it back */
export type TapState = 'still' | 'sending' | 'kept' | 'away' | 'refused';

interface Tap {
  answer: string;
  /** one for each tap: sent again it is the same one */
  key: string;
}

const AGAIN_AFTER_MS = 4_000;

/**
 * Keeps each answer as it is tapped, one after the other. What cannot be sent waits, shown as it was
 * tapped, and is sent again; the last tap of a slot is what counts.
 * @param given what the server knows of each slot, as of its last word
 * @param onKept called once nothing waits any more
 */
export function useTaps(
  form: RefObject<HTMLElement>,
  address: string,
  given: ReadonlyMap<number, string>,
  onKept: () => void,
) {
  const [state, setState] = useState<TapState>('still');
  const [why, setWhy] = useState('');
  const waiting = useRef(new Map<number, Tap>());
  const now = useRef({ given, onKept });
  now.current = { given, onKept };

  useEffect(() => {
    const rows = form.current;
    if (!rows) return;
    let sending = false;
    let timer = 0;
    const send = async () => {
      window.clearTimeout(timer);
      const [next] = waiting.current;
      if (sending || !next) return;
      sending = true;
      setState('sending');
      const [slot, tap] = next;
      const answer = await sent(address, slot, tap);
      sending = false;
      if (answer === 'away') {
        setState('away');
        timer = window.setTimeout(send, AGAIN_AFTER_MS);
        return;
      }
      // Tapped again meanwhile: that one is still to go.
      if (waiting.current.get(slot) === tap) waiting.current.delete(slot);
      if (waiting.current.size > 0) return void send();
      setState(answer.ok ? 'kept' : 'refused');
      setWhy(answer.why ?? '');
      now.current.onKept();
    };
    const tapped = (radio: HTMLInputElement) => {
      waiting.current.set(Number(radio.dataset.slot), {
        answer: radio.value,
        key: crypto.randomUUID(),
      });
      void send();
    };
    const onChange = (event: Event) => {
      const { target } = event;
      if (target instanceof HTMLInputElement && target.dataset.slot) tapped(target);
    };
    // What was tapped before the page was alive.
    for (const radio of radiosIn(rows)) {
      const known = now.current.given.get(Number(radio.dataset.slot)) ?? '';
      if (radio.checked && radio.value !== known) tapped(radio);
    }
    rows.addEventListener('change', onChange);
    window.addEventListener('online', send);
    return () => {
      rows.removeEventListener('change', onChange);
      window.removeEventListener('online', send);
      window.clearTimeout(timer);
    };
  }, [form, address]);

  // What was said elsewhere, taken back or filled in: shown, but for what waits here. At once: done
  // later, it would come between a click and its change, and show the click undone.
  useBeforePaint(() => {
    if (!form.current) return;
    for (const radio of radiosIn(form.current)) {
      const slot = Number(radio.dataset.slot);
      if (!waiting.current.has(slot)) radio.checked = given.get(slot) === radio.value;
    }
  }, [form, given]);

  return { state, why };
}

const radiosIn = (rows: HTMLElement) =>
  rows.querySelectorAll<HTMLInputElement>('input[type=radio][data-slot]');

async function sent(
  address: string,
  slot: number,
  { answer, key }: Tap,
): Promise<'away' | { ok: boolean; why?: string }> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams({ slot: String(slot), answer, key }),
    });
    if (response.status >= 500) return 'away';
    if (!/json/.test(response.headers.get('Content-Type') ?? '')) {
      return { ok: false, why: 'This could not be kept. Load the page again.' };
    }
    return await response.json();
  } catch {
    return 'away';
  }
}
