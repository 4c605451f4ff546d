import type { CardKind, CardStep } from '#app/cards/rules/card.ts';
import { timeFor } from '#app/cards/rules/groups.ts';

/** A recipe: an agenda that somebody thought out. Plain data, safe for the browser. */

/** Of the sessions on a book, which one it is made for. */
export const recipeMoments = ['first', 'middle', 'last'] as const;
export type RecipeMoment = (typeof recipeMoments)[number];

/** A step as far as time goes. */
export type TimedStep = Pick<CardStep, 'title' | 'mode' | 'minutes' | 'turn'>;

export interface RecipeItem {
  title: string;
  /** the sum of its steps, without the time to move */
  minutes: number;
  /** of its card; what is no card is one step in the circle */
  steps: readonly TimedStep[];
  /** slugs; both set when the item is a card */
  deck: string | null;
  card: string | null;
  kind: CardKind | null;
  /** never left out to fit */
  keep: boolean;
  /** why it is there */
  why: string | null;
}

export interface Recipe {
  /** the name of its file */
  slug: string;
  title: string;
  minutes: number;
  /** fewest and most it works for */
  people: readonly [number, number];
  /** for whom, or for which moment */
  for: string;
  about: readonly string[];
  /** which session of a book it is for; null for any */
  when: RecipeMoment | null;
  items: readonly RecipeItem[];
}

/** What is no card: everybody together. */
export const talkItem = (title: string, minutes: number) => ({
  ...{ title, minutes, deck: null, card: null, kind: null },
  steps: [{ title, mode: 'circle', minutes }] satisfies TimedStep[],
});

/** How long items take one after another with so many people, with the time to move. */
export const timeOfItems = (items: readonly Pick<RecipeItem, 'steps'>[], people: number) =>
  timeFor(
    items.flatMap(({ steps }) => steps),
    people,
  );

/** How many a recipe's times are worked out for where nobody said. */
export const usualPeople = ({ people: [fewest, most] }: Pick<Recipe, 'people'>) =>
  Math.min(Math.max(6, fewest), most);

/** How long a recipe takes for six, or as near as it goes. */
export const timeOfRecipe = (recipe: Recipe) => timeOfItems(recipe.items, usualPeople(recipe));

/** What is left of a session whatever happens. */
export const SLACK_MINUTES = 3;
export const SHORTEST_RECIPE = 20;
export const LONGEST_RECIPE = 180;
