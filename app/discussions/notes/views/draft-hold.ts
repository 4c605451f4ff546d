import { draftKey } from './draft-store.ts';

/**
 * Takes the key under which a form at a place keeps its draft: the one this tab had there before it
 * was loaded again, unless another form holds that.
 * @param signal gives the key free again
 */
export async function holdDraft(
  personId: number,
  place: string,
  signal: AbortSignal,
): Promise<string> {
  const name = `octavo:draft:${personId}:${place}`;
  let key = draftKey(personId, place, slotOf(name));
  if (!(await take(key, signal))) {
    key = draftKey(personId, place, newSlot(name));
    await take(key, signal);
  }
  return key;
}

/**
 * The keys that open forms hold, in this tab and in others. Null where the browser has no locks (as
 * without https): then no other form is known of, and two may find the same draft.
 */
export async function heldKeys(): Promise<Set<string | undefined> | null> {
  const { held } = (await navigator.locks?.query()) ?? {};
  return held ? new Set(held.map(({ name }) => name)) : null;
}

/** This tab's slot at a place: it outlives a reload, and a crash where the browser brings tabs back. */
function slotOf(name: string): string {
  try {
    return window.sessionStorage.getItem(name) ?? newSlot(name);
  } catch {
    return newSlot(name);
  }
}

function newSlot(name: string): string {
  const slot = Math.random().toString(36).slice(2);
  try {
    window.sessionStorage.setItem(name, slot);
  } catch {
    // A tab that keeps nothing finds its draft as one that nobody holds.
  }
  return slot;
}

/** Holds a lock until the signal, or the page, ends. @returns false when another has it */
function take(key: string, signal: AbortSignal): Promise<boolean> {
  const { locks } = navigator;
  if (!locks) return Promise.resolve(true);
  return new Promise((taken) => {
    void locks.request(key, { ifAvailable: true }, (lock) => {
      taken(lock !== null);
      if (!lock || signal.aborted) return;
      return new Promise<void>((free) => signal.addEventListener('abort', () => free()));
    });
  });
}
