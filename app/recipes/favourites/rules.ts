/** What a circle keeps at hand. */

export const favouriteKinds = ['card', 'recipe'] as const;
export type FavouriteKind = (typeof favouriteKinds)[number];

export interface Favourite {
  kind: FavouriteKind;
  /** a card as 'deck/card', or the name of a recipe */
  thing: string;
}

/** Decks to choose from, with the circle's favourites before them as a deck of their own. */
export function favouritesFirst<C extends { deck: string; slug: string }>(
  decks: readonly { slug: string; title: string; cards: C[] }[],
  favourites: readonly string[],
): { slug: string; title: string; cards: C[] }[] {
  const all = decks.flatMap(({ cards }) => cards);
  const cards = favourites.flatMap(
    (name) => all.find(({ deck, slug }) => `${deck}/${slug}` === name) ?? [],
  );
  if (cards.length === 0) return [...decks];
  return [{ slug: 'favourites', title: 'Favourites of the circle', cards }, ...decks];
}
