/**
 * The end of a build: parses the shipped cards, so that no start has to. Takes the file to write and
 * the name of the parser.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOfText, type ParsedFile, parseNow } from '#app/cards/files/queries/parsed.server.ts';

const [file = '', by = ''] = process.argv.slice(2);
const cards: ParsedFile['cards'] = {};
for (const name of readdirSync('content/decks', { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.mdx')) continue;
  const source = readFileSync(join('content/decks', name), 'utf8');
  cards[hashOfText(source)] = await parseNow(source);
}
writeFileSync(file, JSON.stringify({ by, cards } satisfies ParsedFile));
