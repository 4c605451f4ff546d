import type { Viewer } from '#app/access/proofs.ts';
import type { Library, ShelvedDeck } from '#app/cards/files/queries/library.server.ts';
import { type DeckFolders, deckFolders } from '#app/cards/files/queries/shelves.server.ts';
import type { Card, CardSummary, Deck, FacilitatorNote } from '#app/cards/rules/card.ts';
import { mayReadFacilitatorNotes } from '#app/cards/rules/filters.ts';

/** Reads of the shipped decks. Each takes other shelves as its last argument, for the tests. */

/** All decks with their cards, in the order of the shelf. */
export async function allDecks(from: DeckFolders = deckFolders): Promise<Deck[]> {
  const { decks } = await from();
  return decks.map(deckFace);
}

export async function cardExists(
  deck: string,
  card: string,
  from: DeckFolders = deckFolders,
): Promise<boolean> {
  return cardIn(await from(), deck, card) !== null;
}

/** What an agenda or a thread says of its card; null when there is no such card any more. */
export async function agendaCard(
  deck: string,
  card: string,
  from: DeckFolders = deckFolders,
): Promise<{ title: string; minutes: number } | null> {
  const found = cardIn(await from(), deck, card);
  return found && { title: found.title, minutes: found.minutes };
}

/** A page of the decks. `broken`: the file is there and cannot be shown. */
type Page<T> = ({ state: 'shown' } & T) | { state: 'broken' };
export type DeckPage = Page<{ deck: Deck }>;
export type CardPage = Page<{
  card: Card;
  deckTitle: string;
  previous: NamedCard | null;
  next: NamedCard | null;
  after: NamedCard[];
  pairsWith: NamedCard[];
}>;
export type NamedCard = Pick<CardSummary, 'deck' | 'slug' | 'title'>;

export async function deckPageOf(
  deck: string,
  from: DeckFolders = deckFolders,
): Promise<DeckPage | null> {
  const library = await from();
  const found = deckIn(library, deck);
  if (found) return { state: 'shown', deck: deckFace(found) };
  return isBroken(library, deck) ? { state: 'broken' } : null;
}

/**
 * The page of a card, with the facilitator's note for viewers who facilitate somewhere.
 * @param runsIt that the viewer is to run a session with it, whatever their role
 */
export async function cardPageFor(
  viewer: Pick<Viewer, 'memberships'>,
  deck: string,
  card: string,
  { runsIt = false, from = deckFolders }: { runsIt?: boolean; from?: DeckFolders } = {},
): Promise<CardPage | null> {
  const library = await from();
  const shelf = deckIn(library, deck);
  const at = shelf?.cards.findIndex(({ slug }) => slug === card) ?? -1;
  const found = shelf?.cards[at];
  if (!found) return isBroken(library, deck, card) ? { state: 'broken' } : null;
  return {
    state: 'shown',
    card: runsIt || mayReadFacilitatorNotes(viewer) ? found : withoutNote(found),
    deckTitle: shelf.title,
    previous: named(shelf.cards[at - 1]),
    next: named(shelf.cards[at + 1]),
    after: namedIn(library, found.after),
    pairsWith: namedIn(library, found.pairsWith),
  };
}

/** The notes on running these cards, by 'deck/card': for who runs a session with them. */
export async function notesForRunning(
  cards: readonly { deck: string; card: string }[],
  from: DeckFolders = deckFolders,
): Promise<Record<string, FacilitatorNote>> {
  const library = await from();
  const notes = cards.flatMap(({ deck, card }) => {
    const blocks = cardIn(library, deck, card)?.blocks ?? [];
    const note = blocks.find((block) => block.kind === 'facilitator');
    return note ? [[`${deck}/${card}`, { html: note.html, notes: note.notes }] as const] : [];
  });
  return Object.fromEntries(notes);
}

function isBroken({ decks, problems }: Library, deck: string, card?: string): boolean {
  if (problems.some(({ file }) => card && file === `${deck}/${card}.mdx`)) return true;
  const shown = decks.some(({ slug }) => slug === deck);
  return !shown && problems.some(({ file }) => file === deck || file === `${deck}/deck.json`);
}

const deckIn = ({ decks }: Library, slug: string) =>
  decks.find((deck) => deck.slug === slug) ?? null;

const cardIn = (library: Library, deck: string, slug: string) =>
  deckIn(library, deck)?.cards.find((card) => card.slug === slug) ?? null;

const withoutNote = (card: Card): Card => ({
  ...card,
  blocks: card.blocks.filter(({ kind }) => kind !== 'facilitator'),
});

const named = (card: Card | null | undefined): NamedCard | null =>
  card ? { deck: card.deck, slug: card.slug, title: card.title } : null;

/** @param names 'deck/card' */
const namedIn = (library: Library, names: readonly string[]): NamedCard[] =>
  names.flatMap((name) => {
    const [deck = '', slug = ''] = name.split('/');
    return named(cardIn(library, deck, slug)) ?? [];
  });

const deckFace = ({ slug, title, description, book, sittings, cards }: ShelvedDeck): Deck => ({
  slug,
  title,
  description,
  book,
  sittings,
  cards: cards.map(summary),
});

/** What lists say of a card. */
export const summary = ({
  deck,
  slug,
  title,
  kind,
  minutes,
  people,
  for: forWhom,
  ...card
}: Card) => ({
  deck,
  slug,
  title,
  kind,
  minutes,
  people,
  for: forWhom,
  books: card.books,
  notch: card.notch,
  needs: card.needs,
});
