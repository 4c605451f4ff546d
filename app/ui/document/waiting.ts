import { useSyncExternalStore } from 'react';

/** What the page waits for, since nothing answers. */
export interface Waiting {
  /** offline: the browser has no network; away: nobody answers; front: somebody else answered */
  why: 'offline' | 'away' | 'front';
  /** something typed is on its way, not a page */
  sends: boolean;
  /** it may have arrived, and nothing would tell a second time from the first: a person decides */
  asks: boolean;
  /** tries once more, now */
  again(): void;
}

let waitings: readonly Waiting[] = [];
const hearers = new Set<() => void>();

/** What is waited for now, the latest; null while everything is answered. */
export const useWaiting = () =>
  useSyncExternalStore(
    onWaiting,
    () => waitings.at(-1) ?? null,
    () => null,
  );

function onWaiting(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

function nowWaiting(next: readonly Waiting[]): void {
  waitings = next;
  for (const hear of hearers) hear();
}

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * Waits until it makes sense to try again: the network is back, somebody presses the button, or,
 * unless it asks, some time has gone by, longer with each try.
 * @param found what to say meanwhile; null where nobody waits for it
 * @throws the signal's reason when what waits is no longer wanted
 */
export async function untilNextTry(
  found: Omit<Waiting, 'again'> | null,
  tries: number,
  signal?: AbortSignal | null,
): Promise<void> {
  signal?.throwIfAborted();
  const over = new AbortController();
  let waiting: Waiting | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const listening = { signal: over.signal };
      if (found) {
        waiting = { ...found, again: resolve };
        nowWaiting([...waitings, waiting]);
      }
      signal?.addEventListener('abort', () => reject(signal.reason), listening);
      if (found?.asks) return;
      addEventListener('online', () => resolve(), listening);
      const timer = setTimeout(resolve, Math.min(FIRST_MS * 2 ** tries, LONGEST_MS));
      over.signal.addEventListener('abort', () => clearTimeout(timer));
    });
  } finally {
    over.abort();
    nowWaiting(waitings.filter((each) => each !== waiting));
  }
}
