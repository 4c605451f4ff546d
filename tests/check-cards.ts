/**
 * Part of `npm run check`: every shipped card can be shown. Prints `file:line: reason` for what
 * cannot, then what is wanted and not refused, and the figures of all decks.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readLibrary } from '#app/cards/files/queries/library.server.ts';
import { noteWishes } from '#app/cards/files/rules/shape.ts';
import { figuresOf, repeatedSequences } from './cards/figures.ts';

const folder = process.argv[2] ?? 'content/decks';
const { decks, problems } = await readLibrary(folder);
for (const { file, line, reason } of problems) {
  console.log(`${join(folder, file)}:${line}: ${reason}`);
}
if (decks.length === 0) console.log(`${folder}:1: there is no deck to check`);
process.exitCode = problems.length > 0 || decks.length === 0 ? 1 : 0;

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
const recipes = await readdir(join(folder, '../recipes')).catch(() => []);
const share = cards && Math.round((questions / cards) * 100);
console.log(
  [
    `${cards} cards in ${figures.decks} decks`,
    `${questions} prompts ask a question (${share}%)`,
    `${figures.forFew} serve one person or a pair`,
    `words for participants: ${figures.mostWords} at most, ${figures.medianWords} in the middle`,
    `sequences repeated too often: ${repeated.length}`,
    `${recipes.length} recipes`,
  ].join('\n'),
);
