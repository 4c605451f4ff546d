import type { Runner } from '#app/access/proofs.ts';
import { sectionsInWords } from '#app/books/rules/section-name.ts';
import { type DeckFolders, deckFolders } from '#app/cards/files/queries/shelves.server.ts';
import type { OngoingReading } from '#app/reading/queries/ongoing-readings.server.ts';
import { type Recipes, recipeFolder } from '#app/recipes/files/queries/folder.server.ts';
import { itemOfCard } from '#app/recipes/files/rules/with-cards.ts';
import { type PlaceInBook, placeOfCard } from '#app/recipes/rules/chapter.ts';
import { type OnAgenda, onAgenda } from '#app/recipes/rules/on-agenda.ts';
import { nameOf, type Proposed, proposed, type UsedBefore } from '#app/recipes/rules/propose.ts';
import type { Recipe, RecipeItem } from '#app/recipes/rules/recipe.ts';
import type { SessionView } from '#app/sessions/queries/session-view.ts';
import { itemsOnAgenda, whysOf } from './recipes.server.ts';
import { usedBefore } from './used-before.server.ts';

/** A recipe as it would be put on one session. */
export interface RecipeChoice {
  recipe: Pick<Recipe, 'slug' | 'title' | 'for' | 'people'>;
  fit: OnAgenda;
  /** why each of its items is there, by title */
  whys: Record<string, string>;
  /** when the circle used it last, an ISO moment */
  usedAt: string | null;
}

export interface ForSession {
  /** null where the session has no place in a book, or none fits */
  proposal: (RecipeChoice & Pick<Proposed, 'card' | 'usedLately' | 'instead'>) | null;
  place: PlaceInBook | null;
  choices: RecipeChoice[];
}

interface Around {
  people: number;
  ongoing: readonly OngoingReading[];
  recipes?: Recipes;
  decks?: DeckFolders;
}

/** Every recipe fitted to one session, and the one that is proposed for its pages. */
export async function recipesForSession(
  runner: Runner,
  session: SessionView,
  { people, ongoing, recipes: from = recipeFolder, decks = deckFolders }: Around,
): Promise<ForSession> {
  const [{ recipes }, agenda, used] = await Promise.all([
    from(),
    itemsOnAgenda(session.agenda, decks),
    usedBefore(runner, session),
  ]);
  const { minutes } = session;
  const place = placeOf(session, ongoing);
  const cards = place && (await bookCards(place, decks));
  const found =
    place && cards && proposed({ ...{ recipes, agenda, people, minutes, place, used }, ...cards });
  const asChoice = (recipe: Recipe, fit: OnAgenda) => choice(recipe, fit, used);
  return {
    place,
    proposal: found && {
      ...asChoice(found.recipe, found.fit),
      ...{ card: found.card, usedLately: found.usedLately, instead: found.instead },
    },
    choices: recipes.map((recipe) =>
      asChoice(recipe, onAgenda(recipe, agenda, { people, minutes })),
    ),
  };
}

function choice(recipe: Recipe, fit: OnAgenda, used: UsedBefore): RecipeChoice {
  const { slug, title, for: forWhom, people, items } = recipe;
  return {
    recipe: { slug, title, for: forWhom, people },
    fit,
    whys: whysOf({ items }),
    usedAt: used.recipes[slug]?.at ?? null,
  };
}

/** Where a session is in the plan of a book: at the milestone it names, else at the last due by then. */
function placeOf(
  { milestoneId, day }: Pick<SessionView, 'milestoneId' | 'day'>,
  ongoing: readonly OngoingReading[],
): PlaceInBook | null {
  for (const { milestones, sections, starts_on, ends_on, book_title } of ongoing) {
    const at =
      milestoneId !== null
        ? milestones.findIndex(({ id }) => id === milestoneId)
        : starts_on <= day && day <= ends_on
          ? milestones.findLastIndex(({ due_on }) => due_on <= day)
          : -1;
    const milestone = milestones[at];
    if (!milestone) continue;
    const own = sections.filter(({ id }) => milestone.sections.some((one) => one.id === id));
    return {
      ...{ bookTitle: book_title, nth: at + 1, of: milestones.length, sections },
      words: sectionsInWords(own),
      read: own.map(({ id }) => id),
    };
  }
  return null;
}

/** The cards of a book's deck for these pages, and those of later ones. */
async function bookCards(place: PlaceInBook, decks: DeckFolders) {
  const library = await decks();
  const title = plain(place.bookTitle);
  const deck = library.decks.find(({ book }) => book !== null && plain(book) === title);
  const chapterCards: RecipeItem[] = [];
  const later = new Set<string>();
  for (const card of deck?.cards ?? []) {
    const item = { ...itemOfCard(card), keep: true, why: null };
    const where = placeOfCard(card, place, deck?.sittings);
    if (where === 'now') chapterCards.push(item);
    if (where === 'later') later.add(nameOf(item) ?? '');
  }
  return { chapterCards, later };
}

/** A title however its apostrophes and capitals are typed. */
const plain = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
