/** Part of `npm run check`: every shipped card can be shown. Prints `file:line: reason`. */
import { join } from 'node:path';
import { readLibrary } from '#app/cards/files/queries/library.server.ts';

const folder = process.argv[2] ?? 'content/decks';
const { decks, problems } = await readLibrary(folder);
for (const { file, line, reason } of problems) {
  console.log(`${join(folder, file)}:${line}: ${reason}`);
}
if (decks.length === 0) console.log(`${folder}:1: there is no deck to check`);
process.exitCode = problems.length > 0 || decks.length === 0 ? 1 : 0;
