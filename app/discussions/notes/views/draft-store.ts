import { keptKey } from '#app/ui/document/kept.ts';

/**
 * Drafts, kept in the browser until they are posted or their author signs out. Only a page that shows
 * the posted note tells that it was: a send that failed on the way loses nothing. Each open form keeps
 * its own, under a key that it holds as long as it is open.
 */
export interface Draft {
  /** what was typed, by field name */
  values: Record<string, string>;
  /** the key of its submission: what the note will be known by once this draft is posted */
  sent: string;
  /** when it was kept, in epoch milliseconds */
  at: number;
}

/** A draft belongs to a person: another one at the same browser does not find it. */
const placeKey = (personId: number, place: string) => keptKey(personId, `draft:${place}`);

export const draftKey = (personId: number, place: string, slot: string) =>
  `${placeKey(personId, place)}~${slot}`;

export const placeOfThread = (threadId: number) => `thread-${threadId}`;
/** A thread begun from a card is another draft than one begun from nothing, or from another card. */
export const placeOfNewThread = (circle: string, card?: { deck: string; slug: string } | null) =>
  card ? `new-${circle}-${card.deck}/${card.slug}` : `new-${circle}`;
export const placeOfConversation = (conversationId: number) => `conversation-${conversationId}`;
/** A note of a conversation: its number may be a circle’s note’s, too. */
export const placeOfLine = (noteId: number) => `line-${noteId}`;
export const placeOfNote = (noteId: number) => `note-${noteId}`;

export function readDraft(store: Storage, key: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? 'null');
    return isDraft(kept) ? { ...kept, at: kept.at ?? 0 } : null;
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

/** The keys of a person's drafts at a place, of which each may be another form's; the newest first. */
export function draftsAt(store: Storage, personId: number, place: string): string[] {
  const own = placeKey(personId, place);
  return Object.keys(store)
    .filter((key) => key === own || key.startsWith(`${own}~`))
    .sort((a, b) => (readDraft(store, b)?.at ?? 0) - (readDraft(store, a)?.at ?? 0));
}

/** Drops a person's drafts that were posted, but those of forms that are open elsewhere. */
export function dropSent(
  store: Storage,
  personId: number,
  sent: readonly string[],
  isElsewhere: (key: string) => boolean,
): void {
  const every = keptKey(personId, 'draft:');
  for (const key of Object.keys(store)) {
    if (!key.startsWith(every) || isElsewhere(key)) continue;
    if (sent.includes(readDraft(store, key)?.sent ?? '')) store.removeItem(key);
  }
}

function isDraft(value: unknown): value is Omit<Draft, 'at'> & { at?: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { values, sent } = value as Partial<Draft>;
  return (
    typeof sent === 'string' &&
    typeof values === 'object' &&
    values !== null &&
    Object.values(values).every((each) => typeof each === 'string')
  );
}
