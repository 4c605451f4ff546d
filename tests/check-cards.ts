/**
 * Part of `npm run check`: every shipped card and recipe can be shown. Prints `file:line: reason` for
 * what cannot, then what is wanted and not refused, and the figures of all decks and recipes.
 */
import { join } from 'node:path';
import { readLibrary } from '#app/cards/files/queries/library.server.ts';
import { noteWishes } from '#app/cards/files/rules/shape.ts';
import { readRecipes } from '#app/recipes/files/queries/folder.server.ts';
import { timeOfRecipe } from '#app/recipes/rules/recipe.ts';
import { figuresOf, repeatedSequences } from './cards/figures.ts';

const folder = process.argv[2] ?? 'content/decks';
const library = await readLibrary(folder);
const { decks, problems } = library;
for (const { file, line, reason } of problems) {
  console.log(`${join(folder, file)}:${line}: ${reason}`);
}
if (decks.length === 0) console.log(`${folder}:1: there is no deck to check`);
const recipeFolder = join(folder, '../recipes');
const none = { recipes: [], problems: [] };
const { recipes, problems: wrong } = await readRecipes(recipeFolder, library).catch(() => none);
for (const { file, line, reason } of wrong) {
  console.log(`${join(recipeFolder, file)}:${line}: ${reason}`);
}
process.exitCode = problems.length + wrong.length > 0 || decks.length === 0 ? 1 : 0;

for (const { deck, slug, notch, blocks } of decks.flatMap(({ cards }) => cards)) {
  const note = blocks.find((block) => block.kind === 'facilitator');
  const wishes = noteWishes(notch, note);
  if (wishes.length > 0) console.log(`wanted: ${deck}/${slug}: ${wishes.join('; ')}`);
}
const repeated = decks.flatMap(repeatedSequences);
for (const { deck, sequence, cards, may } of repeated) {
  console.log(`wanted: ${deck}: at most ${may} of ${sequence}, not ${cards.join(', ')}`);
}

const { cards, questions, ...figures } = figuresOf(decks);
const share = cards && Math.round((questions / cards) * 100);
console.log(
  [
    `${cards} cards in ${figures.decks} decks`,
    `${questions} prompts ask a question (${share}%)`,
    `${figures.forFew} serve one person or a pair`,
    `words for participants: ${figures.mostWords} at most, ${figures.medianWords} in the middle`,
    `sequences repeated too often: ${repeated.length}`,
    `${recipes.length} recipes`,
    ...recipes.map(
      (recipe) =>
        `  ${recipe.title}: ${timeOfRecipe(recipe)} of ${recipe.minutes} minutes, ${recipe.minutes - timeOfRecipe(recipe)} to spare`,
    ),
  ].join('\n'),
);
