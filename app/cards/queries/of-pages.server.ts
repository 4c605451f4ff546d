import { type DeckFolders, deckFolders } from '#app/cards/files/queries/shelves.server.ts';
import { cardsOfPages, isSameTitle } from '#app/cards/rules/chapters.ts';

type Reading = Parameters<typeof cardsOfPages>[1];

/** The cards of a book's deck for what a circle has read by a day, as 'deck/card'; none without a deck. */
export async function cardsOfBook(
  book: string,
  reading: Reading,
  from: DeckFolders = deckFolders,
): Promise<string[]> {
  const { decks } = await from();
  const deck = decks.find((each) => each.book !== null && isSameTitle(each.book, book));
  if (!deck) return [];
  return cardsOfPages(deck.cards, reading, deck.sittings).map(({ slug }) => `${deck.slug}/${slug}`);
}
