/**
 * Part of `npm run check`: every shipped card and recipe can be shown, and all cards together are as
 * various as they should be. Prints `file:line: reason` for what is not so, and the figures of all
 * decks and recipes.
 */
import { join } from 'node:path';
import { readLibrary } from '#app/cards/files/queries/library.server.ts';
import { readRecipes } from '#app/recipes/files/queries/folder.server.ts';
import { timeOfRecipe } from '#app/recipes/rules/recipe.ts';
import { figuresOf, lackingNotes, repeatedSequences } from './cards/figures.ts';

const folder = process.argv[2] ?? 'content/decks';
const library = await readLibrary(folder);
const { decks } = library;
const recipeFolder = join(folder, '../recipes');
const none = { recipes: [], problems: [] };
const { recipes, problems } = await readRecipes(recipeFolder, library).catch(() => none);
const wrong = [
  ...library.problems.map((problem) => ({ ...problem, file: join(folder, problem.file) })),
  ...problems.map((problem) => ({ ...problem, file: join(recipeFolder, problem.file) })),
].map(({ file, line, reason }) => `${file}:${line}: ${reason}`);
if (decks.length === 0) wrong.push(`${folder}:1: there is no deck to check`);

for (const card of decks.flatMap(({ cards }) => cards)) {
  for (const when of lackingNotes(card)) {
    const file = join(folder, card.deck, `${card.slug}.mdx`);
    wrong.push(`${file}:1: with notch ${card.notch} it needs a <Note when="${when}">`);
  }
}
for (const { deck, sequence, cards, may } of decks.flatMap(repeatedSequences)) {
  const reason = `at most ${may} may run ${sequence}, and there are ${cards.join(', ')}`;
  wrong.push(`${join(folder, deck, 'deck.json')}:1: ${reason}`);
}
const { cards, questions, ...figures } = figuresOf(decks);
if (questions < cards / 2) {
  wrong.push(`${folder}:1: ${questions} of ${cards} prompts ask a question; at least half must`);
}
for (const line of wrong) console.log(line);
process.exitCode = wrong.length > 0 ? 1 : 0;

const share = cards && Math.round((questions / cards) * 100);
console.log(
  [
    `${cards} cards in ${figures.decks} decks`,
    `${questions} prompts ask a question (${share}%)`,
    `${figures.forFew} serve one person or a pair`,
    `words for participants: ${figures.mostWords} at most, ${figures.medianWords} in the middle`,
    `at most ${figures.sameSequence} cards of a deck run the same sequence of modes`,
    `${recipes.length} recipes`,
    ...recipes.map(
      (recipe) =>
        `  ${recipe.title}: ${timeOfRecipe(recipe)} of ${recipe.minutes} minutes, ${recipe.minutes - timeOfRecipe(recipe)} to spare`,
    ),
  ].join('\n'),
);
