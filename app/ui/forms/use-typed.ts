import { type FormEvent, useEffect, useRef } from 'react';

/** Somebody who types has not stopped before that, in milliseconds. */
const PAUSE = 250;

/** Calls `show` a moment after the last letter, and at once for anything that is chosen. */
export function useTyped(show: () => void) {
  const latest = useRef(show);
  latest.current = show;
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(waiting.current), []);
  const now = () => {
    clearTimeout(waiting.current);
    latest.current();
  };
  return {
    now,
    onInput: ({ target }: FormEvent) => {
      const types = target instanceof HTMLInputElement && target.type === 'search';
      if (!types) return now();
      clearTimeout(waiting.current);
      waiting.current = setTimeout(() => latest.current(), PAUSE);
    },
  };
}
