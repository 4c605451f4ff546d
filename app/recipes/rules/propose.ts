import { momentOf, type PlaceInBook } from './chapter.ts';
import { type OnAgenda, onAgenda } from './on-agenda.ts';
import type { Recipe, RecipeItem } from './recipe.ts';

/** Which recipe suits the pages of a session, and why. Pure. */

/** When something was last on an agenda of the circle. */
export interface LastUse {
  /** an ISO moment: the session's */
  at: string;
  /** how many sessions ago; 1 is the one before */
  ago: number;
}

/** By 'deck/card', and by recipe. */
export interface UsedBefore {
  cards: Readonly<Record<string, LastUse>>;
  recipes: Readonly<Record<string, LastUse>>;
}

/** Not proposed again within so many sessions, where something else fits. */
const SESSIONS_BETWEEN = 4;

export interface Ground {
  recipes: readonly Recipe[];
  agenda: readonly RecipeItem[];
  people: number;
  minutes: number;
  place: PlaceInBook;
  /** the book's cards for these pages, in the order of their deck */
  chapterCards: readonly RecipeItem[];
  /** as 'deck/card': those of its later pages */
  later: ReadonlySet<string>;
  used: UsedBefore;
}

export interface Proposed {
  recipe: Recipe;
  fit: OnAgenda;
  /** what stands in the place of the recipe's discussion, as 'deck/card'; null for the recipe as it is */
  card: string | null;
  /** when it was used last, though lately: nothing else fits */
  usedLately: LastUse | null;
  /** the one that would have been, and was used lately */
  instead: { title: string; use: LastUse } | null;
}

export const nameOf = ({ deck, card }: Pick<RecipeItem, 'deck' | 'card'>) =>
  deck && card ? `${deck}/${card}` : null;

/** The recipe with another card in the place of its discussion; itself where it has none. */
export function withDiscussion(recipe: Recipe, card: RecipeItem): Recipe {
  const at = discussionOf(recipe);
  if (at === -1 || recipe.items.some((item) => nameOf(item) === nameOf(card))) return recipe;
  const items = recipe.items.map((item, index) =>
    index === at ? { ...card, keep: true, why: null } : item,
  );
  return { ...recipe, items };
}

const discussionOf = ({ items }: Recipe) =>
  items.findIndex(({ keep, kind }) => keep && kind === 'discussion');

/** A recipe for the pages of a session; null where none fits. */
export function proposed(ground: Ground): Proposed | null {
  const { recipes, place } = ground;
  const moment = momentOf(place);
  const ways = [
    ...recipes.filter(({ when }) => when === moment),
    ...recipes.filter(({ when }) => when === 'middle' && moment !== 'middle'),
  ].flatMap((recipe) => wayOf(recipe, ground));
  const [best] = [...ways].sort(
    (a, b) =>
      agoOf(b.lately) - agoOf(a.lately) ||
      Number(b.recipe.when === moment) - Number(a.recipe.when === moment) ||
      a.fit.changes.length - b.fit.changes.length ||
      b.fit.takes - a.fit.takes,
  );
  if (!best) return null;
  const { recipe, fit, card, lately } = best;
  const passedOver = lately ? undefined : ways.find((way) => way.lately);
  const instead = passedOver?.lately
    ? { title: passedOver.recipe.title, use: passedOver.lately }
    : null;
  return { recipe, fit, card, usedLately: lately, instead };
}

interface Way {
  recipe: Recipe;
  fit: OnAgenda;
  card: string | null;
  lately: LastUse | null;
}

/** A recipe as it would be put on now; nothing where it does not fit or tells of later pages. */
function wayOf(recipe: Recipe, ground: Ground): Way[] {
  const { agenda, later, used, people, chapterCards } = ground;
  const [fewest, most] = recipe.people;
  if (people < fewest || people > most) return [];
  const isFresh = (item: RecipeItem) => !latelyIn(used.cards, nameOf(item));
  const chapters = [...chapterCards].sort((a, b) => Number(isFresh(b)) - Number(isFresh(a)));
  for (const chapter of [...chapters, null]) {
    const whole = chapter ? withDiscussion(recipe, chapter) : recipe;
    const card = whole === recipe ? null : nameOf(chapter as RecipeItem);
    if (whole.items.some((item) => later.has(nameOf(item) ?? ''))) continue;
    const fit = onAgenda(whole, agenda, ground);
    if (!fit.fits || fit.before.length + fit.behind.length === 0) continue;
    // The heart of it: what opens and closes comes back every time.
    const heart = whole.items
      .filter(({ keep }) => keep)
      .map((item) => latelyIn(used.cards, nameOf(item)));
    // With the week's own card in it a recipe is another one each time.
    const uses = [...heart, card ? null : latelyIn(used.recipes, recipe.slug)];
    const lately = uses.reduce((a, b) => (agoOf(a) <= agoOf(b) ? a : b), null);
    return [{ recipe: whole, fit, card, lately }];
  }
  return [];
}

const agoOf = (use: LastUse | null | undefined) => use?.ago ?? Number.MAX_SAFE_INTEGER;

function latelyIn(uses: Readonly<Record<string, LastUse>>, name: string | null): LastUse | null {
  const use = name === null ? undefined : uses[name];
  return use && use.ago <= SESSIONS_BETWEEN ? use : null;
}
