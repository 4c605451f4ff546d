import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLibrary } from '#app/cards/files/queries/library.server.ts';
import {
  hashOfText,
  type ParsedFile,
  parsedAtBuild,
  parseNow,
} from '#app/cards/files/queries/parsed.server.ts';
import { soundCard } from './card-text.ts';
import { cardCalled, deckFile, folderOf } from './decks-folder.ts';

/** What a build would have written of the sound card, under a title that tells it was read there. */
async function writtenAs(title: string, by = 'this parser'): Promise<ParsedFile> {
  const parsed = await parseNow(soundCard);
  if (!parsed.ok) throw new Error('the sound card is sound');
  const card = { ...parsed.card, title };
  return { by, cards: { [hashOfText(soundCard)]: { ...parsed, card } } };
}

const titleRead = async (file: string, by: string | undefined, source = soundCard) => {
  const parsed = await parsedAtBuild(file, by)(source);
  return parsed.ok ? parsed.card.title : parsed.problems;
};

test('A card that the build has parsed is taken from there', async () => {
  const file = join(
    await folderOf({ 'cards.json': JSON.stringify(await writtenAs('Built')) }),
    'cards.json',
  );
  expect(await titleRead(file, 'this parser')).toBe('Built');
});

test('A card that was written since is parsed, and so is every card of another parser or of none', async () => {
  const file = join(
    await folderOf({ 'cards.json': JSON.stringify(await writtenAs('Built')) }),
    'cards.json',
  );
  expect(await titleRead(file, 'this parser', cardCalled('Newer'))).toBe('Newer');
  expect(await titleRead(file, 'a later parser')).toBe('What arrived late');
  expect(await titleRead(file, undefined)).toBe('What arrived late');
  expect(await titleRead(file, 'this parser', 'nothing')).toContainEqual({
    line: 1,
    reason: expect.stringMatching(/front matter/),
  });
});

test.each([
  ['missing', null],
  ['empty', ''],
  ['cut off', '{"by":"this parser","cards":{"'],
  ['null', 'null'],
  ['a list', '[]'],
  ['without cards', '{"by":"this parser"}'],
  [
    'of cards that are none',
    `{"by":"this parser","cards":{"${hashOfText(soundCard)}":{"ok":true}}}`,
  ],
  ['of nothing', `{"by":"this parser","cards":{"${hashOfText(soundCard)}":null}}`],
])('A file that is %s is read as no file', async (_, text) => {
  const folder = await folderOf({ there: '' });
  if (text !== null) await writeFile(join(folder, 'cards.json'), text);
  expect(await titleRead(join(folder, 'cards.json'), 'this parser')).toBe('What arrived late');
});

test('What came from the build is the library that parsing makes', async () => {
  const cards = {
    'a/deck.json': deckFile(),
    'a/one.mdx': soundCard,
    'a/two.mdx': cardCalled('Two'),
  };
  const folder = await folderOf(cards);
  const written: ParsedFile = { by: 'this parser', cards: {} };
  for (const source of [soundCard, cardCalled('Two')]) {
    written.cards[hashOfText(source)] = await parseNow(source);
  }
  const file = join(await folderOf({ 'cards.json': JSON.stringify(written) }), 'cards.json');
  const parse = parsedAtBuild(file, 'this parser');
  expect(await readLibrary(folder, { parse })).toEqual(await readLibrary(folder));
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(written);
});
