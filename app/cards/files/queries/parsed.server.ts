import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ParseResult } from '#app/cards/files/rules/parse-card.server.ts';

/** Reads the text of a card. */
export type Parse = (source: string) => Promise<ParseResult>;

/** The parser takes as long to load as a hundred cards to parse, so it comes with the first of them. */
export const parseNow: Parse = async (source) => {
  const { parseCard } = await import('#app/cards/files/rules/parse-card.server.ts');
  return parseCard(source);
};

/** What the build writes: each card by the hash of its text, and which parser made it. */
export interface ParsedFile {
  by: string;
  cards: Record<string, ParseResult>;
}

export const hashOfText = (source: string) => createHash('sha256').update(source).digest('hex');

/**
 * Takes from a file what was parsed when Octavo was built. A card is found by its text, so that none
 * is ever stale; without the file, or when it is broken or another parser's, all are parsed now.
 * @param by the parser of this build; undefined where nothing was built
 */
export function parsedAtBuild(file: string, by: string | undefined): Parse {
  if (by === undefined) return parseNow;
  let read: Promise<Partial<ParsedFile['cards']>> | undefined;
  return async (source) => {
    read ??= cardsIn(file, by);
    const known = (await read)[hashOfText(source)];
    return known?.ok && known.card ? known : parseNow(source);
  };
}

async function cardsIn(file: string, by: string): Promise<Partial<ParsedFile['cards']>> {
  try {
    const written: ParsedFile | null = JSON.parse(await readFile(file, 'utf8'));
    return (written?.by === by && written.cards) || {};
  } catch {
    return {};
  }
}
