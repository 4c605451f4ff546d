import type { CardSummary } from './rules/card.ts';

/** Where decks and cards are, for links and redirects. */
export const addressOfDeck = (deck: string) => `/cards/${deck}`;

export const addressOfCard = ({ deck, slug }: Pick<CardSummary, 'deck' | 'slug'>) =>
  `${addressOfDeck(deck)}/${slug}`;

/** The cards that speak of something. */
export const addressOfSearch = (text: string) => `/cards?q=${encodeURIComponent(text)}`;
