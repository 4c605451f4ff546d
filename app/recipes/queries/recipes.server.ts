import { type DeckFolders, deckFolders } from '#app/cards/files/queries/shelves.server.ts';
import type { Card } from '#app/cards/rules/card.ts';
import { type Recipes, recipeFolder } from '#app/recipes/files/queries/folder.server.ts';
import { itemOfCard } from '#app/recipes/files/rules/with-cards.ts';
import { type Fitted, fewestMinutes, fitted } from '#app/recipes/rules/fit.ts';
import { whatElseFits } from '#app/recipes/rules/more.ts';
import { withDiscussion } from '#app/recipes/rules/propose.ts';
import { type Recipe, type RecipeItem, talkItem, usualPeople } from '#app/recipes/rules/recipe.ts';

/** Reads of the shipped recipes. Each takes another folder as its last argument, for the tests. */

/** All of them, by title. */
async function allRecipes(from: Recipes = recipeFolder): Promise<readonly Recipe[]> {
  const { recipes } = await from();
  return recipes;
}

/** What a list needs to know about a recipe. */
export interface RecipeFace extends Pick<Recipe, 'slug' | 'title' | 'for' | 'minutes' | 'people'> {
  /** the titles of its items */
  cards: string[];
}

export async function recipeFaces(from: Recipes = recipeFolder): Promise<RecipeFace[]> {
  const recipes = await allRecipes(from);
  return recipes.map(({ slug, title, for: forWhom, minutes, people, items }) => ({
    ...{ slug, title, for: forWhom, minutes, people },
    cards: items.map(({ title }) => title),
  }));
}

export async function recipeCalled(
  slug: string,
  from: Recipes = recipeFolder,
): Promise<Recipe | null> {
  const recipes = await allRecipes(from);
  return recipes.find((recipe) => recipe.slug === slug) ?? null;
}

/**
 * The same with a card in the place of its discussion.
 * @param chosen.card 'deck/card'; '' for the recipe as it is
 * @returns null where either is gone
 */
export async function recipeWith(
  chosen: { recipe: string; card: string },
  from: Recipes = recipeFolder,
  decks: DeckFolders = deckFolders,
): Promise<Recipe | null> {
  const recipe = await recipeCalled(chosen.recipe, from);
  if (!recipe || chosen.card === '') return recipe;
  const library = await decks();
  const card = library.decks
    .flatMap((deck) => deck.cards)
    .find(({ deck, slug }) => `${deck}/${slug}` === chosen.card);
  return card ? withDiscussion(recipe, { ...itemOfCard(card), keep: true, why: null }) : null;
}

interface OnAgenda {
  title: string;
  minutes: number;
  deck: string | null;
  card: string | null;
}

/** What is on an agenda, as recipes are reckoned with. A card that left its deck is talk. */
export async function itemsOnAgenda(
  agenda: readonly OnAgenda[],
  from: DeckFolders = deckFolders,
): Promise<RecipeItem[]> {
  const { decks } = await from();
  return agenda.map(({ title, minutes, deck, card }): RecipeItem => {
    const cards = decks.find(({ slug }) => slug === deck)?.cards;
    const found = cards?.find(({ slug }) => slug === card);
    const plain = { ...talkItem(title, minutes), deck, card, keep: false, why: null };
    if (!found) return plain;
    const { kind, steps } = itemOfCard(found);
    // Somebody may have given it other minutes than its steps add up to; what moves stays the same.
    const timed = steps.map((step, at) => ({ ...step, minutes: at === 0 ? minutes : 0 }));
    return { ...plain, kind, steps: timed };
  });
}

/** A recipe fitted to so many minutes and people. */
export interface RecipePage {
  recipe: Pick<Recipe, 'slug' | 'title' | 'for' | 'minutes' | 'people'>;
  fit: Fitted;
  fewest: number;
  /** why each of its items is there, by title */
  whys: Record<string, string>;
  minutes: number;
  people: number;
  /** what else there would be time for */
  more: Pick<Card, 'deck' | 'slug' | 'title' | 'minutes'>[];
}

/**
 * The page of a recipe; null where there is none.
 * @param given for how many minutes and people; null for those the recipe says
 */
export async function recipePage(
  slug: string,
  given: { minutes: number | null; people: number | null },
  from: Recipes = recipeFolder,
  decks: DeckFolders = deckFolders,
): Promise<RecipePage | null> {
  const recipe = await recipeCalled(slug, from);
  if (!recipe) return null;
  const { title, for: forWhom, items } = recipe;
  const minutes = given.minutes ?? recipe.minutes;
  const people = given.people ?? usualPeople(recipe);
  const fit = fitted(items, people, minutes);
  const { decks: all } = await decks();
  return {
    recipe: { slug, title, for: forWhom, minutes: recipe.minutes, people: recipe.people },
    ...{ fit, fewest: fewestMinutes(items, people), whys: whysOf(recipe), minutes, people },
    more: whatElseFits(fit, { people, cards: all.flatMap(({ cards }) => cards) }),
  };
}

/** Why each of its items is there, by title. */
export const whysOf = ({ items }: Pick<Recipe, 'items'>): Record<string, string> =>
  Object.fromEntries(items.flatMap(({ title, why }) => (why ? [[title, why]] : [])));
