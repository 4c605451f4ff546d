import { join } from 'node:path';
import {
  type Library,
  type Memory,
  readOnce,
  visibleNames,
} from '#app/cards/files/queries/library.server.ts';
import { type DeckFolders, deckFolders } from '#app/cards/files/queries/shelves.server.ts';
import { type FiledProblem, type Problem, slugProblem } from '#app/cards/files/rules/problem.ts';
import type { Card } from '#app/cards/rules/card.ts';
import { log } from '#app/platform/log.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { parseRecipe } from '#app/recipes/files/rules/parse-recipe.server.ts';
import { withCards } from '#app/recipes/files/rules/with-cards.ts';
import type { Recipe } from '#app/recipes/rules/recipe.ts';

/** Everything in a folder of recipes. What cannot be read is a problem and is nowhere else in it. */
export interface RecipeFolder {
  /** by title */
  recipes: readonly Recipe[];
  problems: readonly FiledProblem[];
}

/**
 * Reads a folder of recipes, `<recipe>.yaml` each, of the cards of a library. A broken one costs
 * only itself.
 * @throws when the folder itself cannot be read
 */
export async function readRecipes(
  folder: string,
  library: Library,
  memory: Memory = new Map(),
): Promise<RecipeFolder> {
  const problems: FiledProblem[] = [];
  const cards = new Map<string, Card>(
    library.decks.flatMap((deck) => deck.cards).map((card) => [`${card.deck}/${card.slug}`, card]),
  );
  const recipes: Recipe[] = [];
  for (const file of await visibleNames(folder)) {
    const report = (problem: Problem) => void problems.push({ file, ...problem });
    const slug = file.replace(/\.yaml$/, '');
    const misnamed = slug === file ? notYaml : slugProblem(slug);
    if (misnamed) {
      report(misnamed);
      continue;
    }
    const parsed = await readOnce(join(folder, file), memory, parseRecipe, report);
    if (!parsed?.ok) {
      parsed?.problems.forEach(report);
      continue;
    }
    const recipe = withCards(slug, parsed, (name) => cards.get(name), report);
    if (recipe) recipes.push(recipe);
  }
  recipes.sort((a, b) => a.title.localeCompare(b.title, 'en'));
  return { recipes, problems };
}

const notYaml: Problem = { line: 1, reason: 'a recipe is a .yaml file' };

/** The recipes of a folder as they are now. Never rejects: what cannot be read is left out. */
export type Recipes = () => Promise<RecipeFolder>;

interface FolderOptions {
  /** look again at every call, so that an edited recipe shows at once */
  watch: boolean;
  /** told of each broken file once, until it breaks in another way */
  warn: (broken: FiledProblem) => void;
}

/** Reads the recipes of `folder` at the first call and keeps them for the life of the process. */
export function recipesOf(
  folder: string,
  { watch, warn }: FolderOptions,
  decks: DeckFolders = deckFolders,
): Recipes {
  const memory: Memory = new Map();
  const told = new Set<string>();
  let kept: Promise<RecipeFolder> | undefined;

  const read = async (): Promise<RecipeFolder> => {
    const found = await readRecipes(folder, await decks(), memory).catch((error): RecipeFolder => {
      kept = undefined;
      const reason = `the folder of recipes could not be read (${error.code ?? error.message})`;
      return { recipes: [], problems: [{ file: '.', line: 1, reason }] };
    });
    for (const { file, line, reason } of found.problems) {
      const name = join(folder, file);
      if (told.has(`${name}:${line}:${reason}`)) continue;
      told.add(`${name}:${line}:${reason}`);
      warn({ file: name, line, reason });
    }
    return found;
  };
  return () => {
    if (watch) return read();
    kept ??= read();
    return kept;
  };
}

/** The recipes of this installation. */
export const recipeFolder: Recipes = recipesOf(join(process.cwd(), 'content/recipes'), {
  watch: env.NODE_ENV === 'development',
  warn: (broken) => log.error(broken, 'A recipe cannot be shown.'),
});
