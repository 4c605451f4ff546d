import type { CardSummary } from './rules/card.ts';

/** Where decks and cards are, for links and redirects. */
export const addressOfDeck = (deck: string) => `/cards/${deck}`;

/** @param people how many will be there, where that is known */
export const addressOfCard = ({ deck, slug }: Pick<CardSummary, 'deck' | 'slug'>, people = 0) =>
  `${addressOfDeck(deck)}/${slug}${people > 0 ? `?people=${people}` : ''}`;

/** The cards that speak of something. */
export const addressOfSearch = (text: string) => `/cards?q=${encodeURIComponent(text)}`;

/** What can be printed of a card. */
export type Printed = 'halves' | 'slips' | 'sheet';

/** @param what the participants' halves where it is left out */
export const addressOfPrint = (
  { deck, slug }: Pick<CardSummary, 'deck' | 'slug'>,
  { what = 'halves', people = 0 }: { what?: Printed; people?: number } = {},
) =>
  withQuery(`${addressOfCard({ deck, slug })}/print`, {
    what: what === 'halves' ? '' : what,
    people,
  });

/** A card on a wall. @param step which of its slides, from 0 */
export const addressOfProjector = (
  { deck, slug }: Pick<CardSummary, 'deck' | 'slug'>,
  { people = 0, step = 0 }: { people?: number; step?: number } = {},
) => withQuery(`${addressOfCard({ deck, slug })}/projector`, { people, step });

/** What is empty or none is left out. */
function withQuery(path: string, query: Record<string, string | number>) {
  const given = Object.entries(query).filter(([, value]) => value);
  return given.length === 0
    ? path
    : `${path}?${given.map(([name, value]) => `${name}=${value}`).join('&')}`;
}
