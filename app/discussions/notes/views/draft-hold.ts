import { draftKey } from './draft-store.ts';

/** The draft of one open form: its key, and what other forms hold theirs. */
export interface DraftHold {
  key: string;
  /** whether another form that is open, in this tab or another, holds the key */
  isElsewhere(key: string): boolean;
}

/**
 * Takes the key under which a form at a place keeps its draft: the one this tab had there before it
 * was loaded again, unless another form holds that. Where the browser has no locks, no other form
 * is known of, and two that are open may find the same draft.
 * @param signal gives the key free again
 */
export async function holdDraft(
  personId: number,
  place: string,
  signal: AbortSignal,
): Promise<DraftHold> {
  const name = `octavo:draft:${personId}:${place}`;
  let key = draftKey(personId, place, slotOf(name));
  if (!(await take(key, signal))) {
    key = draftKey(personId, place, newSlot(name));
    await take(key, signal);
  }
  const held = new Set((await navigator.locks?.query())?.held?.map((lock) => lock.name));
  return { key, isElsewhere: (other) => other !== key && held.has(other) };
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
