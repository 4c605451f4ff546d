import {
  agendaCard,
  allDecks,
  cardExists,
  notesForRunning,
} from '#app/cards/queries/cards.server.ts';
import type { FacilitatorNote } from '#app/cards/rules/card.ts';

/** The one seam between agendas and the decks: cards are read there, agendas keep their slugs. */

/** What an agenda item of that card is called and how long it takes; null for no such card. */
export const cardForAgenda = (deck: string, card: string) => agendaCard(deck, card);

export interface DeckChoices {
  deck: string;
  cards: { value: string; title: string; minutes: number }[];
}

/** Every card there is, to choose from. `value` is 'deck/card'. */
export async function deckChoices(): Promise<DeckChoices[]> {
  const decks = await allDecks();
  return decks.map(({ title, cards }) => ({
    deck: title,
    cards: cards.map((card) => ({
      value: `${card.deck}/${card.slug}`,
      title: card.title,
      minutes: card.minutes,
    })),
  }));
}

/** What was put on an agenda, without the ways to cards that have left their decks since. */
export const withoutGoneCards = <I extends { deck: string | null; card: string | null }>(
  items: readonly I[],
): Promise<I[]> =>
  Promise.all(
    items.map(async (item) => {
      const { deck, card } = item;
      if (!deck || !card || (await cardExists(deck, card))) return item;
      return { ...item, deck: null, card: null };
    }),
  );

/** What the cards of an agenda say to whoever runs it, by the ids of its items. */
export async function notesOnAgenda(
  agenda: readonly { id: number; deck: string | null; card: string | null }[],
): Promise<Record<number, FacilitatorNote>> {
  const cards = agenda.flatMap(({ id, deck, card }) => (deck && card ? [{ id, deck, card }] : []));
  if (cards.length === 0) return {};
  const notes = await notesForRunning(cards);
  return Object.fromEntries(
    cards.flatMap(({ id, deck, card }) => {
      const note = notes[`${deck}/${card}`];
      return note ? [[id, note] as const] : [];
    }),
  );
}
