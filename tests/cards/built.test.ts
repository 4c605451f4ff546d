import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashOfText, type ParsedFile } from '#app/cards/files/queries/parsed.server.ts';
import { deckFolders } from '#app/cards/files/queries/shelves.server.ts';
import { plainText } from '#app/cards/rules/card-text.ts';
import topics from '#content/card-topics.json' with { type: 'json' };

/** `npm test` builds it; by itself, this asks for `npm run build` first. */
const CLIENT = 'build/client';
const PARSED = 'build/server/cards.json';

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

test('What browsers load holds no words of a card, no topic’s words and no parser', async () => {
  const texts = filesOf(CLIENT)
    .filter((file) => /\.(js|css|json|html|map)$/.test(file))
    .map((file) => readFileSync(file, 'utf8'));
  expect(texts.length).toBeGreaterThan(100);
  const all = texts.join('\n');

  const { decks } = await deckFolders();
  const cards = decks.flatMap((deck) => deck.cards);
  expect(cards.length).toBeGreaterThan(50);
  for (const { deck, slug, blocks, for: forWhom } of cards) {
    const words = blocks.flatMap((block) => {
      if (block.kind === 'prompt') return [plainText(block.html).trim()];
      if (block.kind !== 'facilitator') return [];
      return [block.html ?? '', ...block.notes.map(({ html }) => html)].map((html) =>
        (html.split(/<[^>]*>/).sort((a, b) => b.length - a.length)[0] ?? '').trim(),
      );
    });
    for (const passage of [forWhom, ...words].filter(({ length }) => length > 20)) {
      expect(all.includes(passage), `${deck}/${slug}: ${passage}`).toBe(false);
    }
  }
  // The beginnings of words that stand nowhere else.
  for (const word of ['redundanc', 'apprais', 'reciproc', 'competen']) {
    expect(topics.flatMap(({ words }) => words)).toContain(word);
    expect(all.includes(`"${word}"`), word).toBe(false);
  }
  for (const name of ['mdxJsxFlowElement', 'mdxjsEsm', 'micromark', 'estree', 'LineCounter']) {
    expect(all.includes(name), name).toBe(false);
  }
});

test('The build has parsed every shipped card, so that the first page need not', () => {
  const { by, cards }: ParsedFile = JSON.parse(readFileSync(PARSED, 'utf8'));
  const server = filesOf('build/server').filter((file) => file.endsWith('.js'));
  expect(server.some((file) => readFileSync(file, 'utf8').includes(by))).toBe(true);
  const files = filesOf('content/decks').filter((file) => file.endsWith('.mdx'));
  for (const file of files) {
    expect(cards[hashOfText(readFileSync(file, 'utf8'))]?.ok, file).toBe(true);
  }
});
