/** What a circle keeps at hand. */

export const favouriteKinds = ['card', 'recipe'] as const;
export type FavouriteKind = (typeof favouriteKinds)[number];

export interface Favourite {
  kind: FavouriteKind;
  /** a card as 'deck/card', or the name of a recipe */
  thing: string;
}
