import { keptKey } from '#app/ui/document/kept.ts';

/**
 * Drafts, kept in the browser until they are posted or their author signs out. Only a page that shows the posted note tells
 * that it was (`sent`): a send that failed on the way loses nothing.
 */
export interface Draft {
  /** what was typed, by field name */
  values: Record<string, string>;
  /** what the note will be known as once this draft is posted */
  sent: string;
}

/** A draft belongs to a person: another one at the same browser does not find it. */
export const draftKey = (personId: number, place: string) => keptKey(personId, `draft:${place}`);

export const placeOfThread = (threadId: number) => `thread-${threadId}`;
/** A thread begun from a card is another draft than one begun from nothing, or from another card. */
export const placeOfNewThread = (circle: string, card?: { deck: string; slug: string } | null) =>
  card ? `new-${circle}-${card.deck}/${card.slug}` : `new-${circle}`;
export const placeOfNote = (noteId: number) => `note-${noteId}`;

export function readDraft(store: Storage, key: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** @returns whether the browser could keep it */
export function keepDraft(store: Storage, key: string, draft: Draft): boolean {
  try {
    store.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Drops the draft at `key` when it is one of those that were posted. @returns it, if so */
export function dropSent(store: Storage, key: string, sent: readonly string[]): Draft | null {
  const draft = readDraft(store, key);
  if (!draft || !sent.includes(draft.sent)) return null;
  store.removeItem(key);
  return draft;
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { values, sent } = value as Partial<Draft>;
  return (
    typeof sent === 'string' &&
    typeof values === 'object' &&
    values !== null &&
    Object.values(values).every((each) => typeof each === 'string')
  );
}
