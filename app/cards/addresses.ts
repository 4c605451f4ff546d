import type { CardSummary } from './rules/card.ts';

/** Where decks and cards are, for links and redirects. */
export const addressOfDeck = (deck: string) => `/cards/${deck}`;

/** @param people how many will be there, where that is known */
export const addressOfCard = ({ deck, slug }: Pick<CardSummary, 'deck' | 'slug'>, people = 0) =>
  `${addressOfDeck(deck)}/${slug}${people > 0 ? `?people=${people}` : ''}`;
