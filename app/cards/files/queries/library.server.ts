import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DeckFile,
  lineOfKey,
  parseDeckFile,
} from '#app/cards/files/rules/deck-file.server.ts';
import { type FiledProblem, type Problem, slugProblem } from '#app/cards/files/rules/problem.ts';
import { type ReadCard, settled } from '#app/cards/files/rules/references.server.ts';
import type { Card } from '#app/cards/rules/card.ts';
import { type Parse, parseNow } from './parsed.server.ts';

export interface ShelvedDeck extends Omit<DeckFile, 'cards' | 'order'> {
  slug: string;
  /** in the order of the deck; with the facilitator's notes */
  cards: readonly Card[];
}

/** Everything in a folder of decks. What cannot be read is a problem and is nowhere else in it. */
export interface Library {
  decks: readonly ShelvedDeck[];
  problems: readonly FiledProblem[];
}

/** Remembers what a file parsed to for as long as the file has not changed. */
export type Memory = Map<string, { stamp: string; value: unknown }>;

interface ReadOptions {
  memory?: Memory;
  parse?: Parse;
}
type Ways = Required<ReadOptions>;

/**
 * Reads a folder of decks: `<deck>/deck.json` and `<deck>/<card>.mdx`. A broken file costs only
 * itself: a broken card its card, a broken deck.json its deck.
 * @throws when the folder itself cannot be read
 */
export async function readLibrary(
  folder: string,
  { memory = new Map(), parse = parseNow }: ReadOptions = {},
): Promise<Library> {
  const names = await visibleNames(folder);
  const problems: FiledProblem[] = [];
  const report = (problem: FiledProblem) => void problems.push(problem);
  const decks: ReadDeck[] = [];
  for (const slug of names) {
    const deck = await readDeck(folder, slug, { memory, parse }, report);
    if (deck) decks.push(deck);
  }
  decks.sort((a, b) => a.order - b.order || a.title.localeCompare(b.title, 'en'));
  return { decks: settled(decks, report).map(({ order: _, ...deck }) => deck), problems };
}

type ReadDeck = Omit<DeckFile, 'cards'> & { slug: string; cards: ReadCard[] };

async function readDeck(
  folder: string,
  slug: string,
  ways: Ways,
  report: (problem: FiledProblem) => void,
): Promise<ReadDeck | null> {
  const reportIn = (file: string) => (problem: Problem) => report({ file, ...problem });
  const names = await visibleNames(join(folder, slug)).catch(() => null);
  if (!names) {
    reportIn(slug)({ line: 1, reason: 'a deck is a folder with a deck.json' });
    return null;
  }
  const badSlug = slugProblem(slug);
  if (badSlug) reportIn(slug)(badSlug);

  const cards: ReadCard[] = [];
  for (const name of names.filter((name) => name !== 'deck.json')) {
    const read = await readCard(folder, slug, name, ways, reportIn(`${slug}/${name}`));
    const title = read?.card.title.toLowerCase();
    const twin = cards.find(({ card }) => card.title.toLowerCase() === title)?.card;
    if (twin) {
      const reason = `${twin.slug}.mdx has the same title, “${twin.title}”`;
      reportIn(`${slug}/${name}`)({ line: 2, reason });
    } else if (read) cards.push(read);
  }

  const report1 = reportIn(`${slug}/deck.json`);
  if (!names.includes('deck.json')) {
    report1({ line: 1, reason: 'the deck has no deck.json' });
    return null;
  }
  const file = await readOnce(join(folder, slug, 'deck.json'), ways.memory, parseDeckFile, report1);
  if (!file) return null;
  if (!file.ok) {
    file.problems.forEach(report1);
    return null;
  }
  const { cards: order, ...deck } = file.deck;
  for (const named of order.filter((named) => !names.includes(`${named}.mdx`))) {
    const source = await readFile(join(folder, slug, 'deck.json'), 'utf8');
    report1({ line: lineOfKey(source, named), reason: `there is no ${named}.mdx in the deck` });
  }
  if (badSlug) return null;
  const place = (card: Card) =>
    order.includes(card.slug) ? order.indexOf(card.slug) : order.length;
  cards.sort(
    ({ card: a }, { card: b }) => place(a) - place(b) || a.title.localeCompare(b.title, 'en'),
  );
  return { ...deck, slug, cards };
}

async function readCard(
  folder: string,
  deck: string,
  name: string,
  { memory, parse }: Ways,
  report: (problem: Problem) => void,
): Promise<ReadCard | null> {
  if (!name.endsWith('.mdx')) {
    report({ line: 1, reason: 'a deck holds its deck.json and .mdx cards, nothing else' });
    return null;
  }
  const slug = name.slice(0, -'.mdx'.length);
  const badSlug = slugProblem(slug);
  if (badSlug) report(badSlug);
  const parsed = await readOnce(join(folder, deck, name), memory, parse, report);
  if (parsed && !parsed.ok) parsed.problems.forEach(report);
  if (!parsed?.ok || badSlug) return null;
  return { card: { deck, slug, ...parsed.card }, lineOf: parsed.lineOf };
}

/** A file by its parser, or what was read of it before; null after reporting why not. */
export async function readOnce<T>(
  path: string,
  memory: Memory,
  parse: (source: string) => T | Promise<T>,
  report: (problem: Problem) => void,
): Promise<T | null> {
  try {
    const { mtimeMs, size } = await stat(path);
    const stamp = `${mtimeMs} ${size}`;
    const known = memory.get(path);
    if (known?.stamp === stamp) return known.value as T;
    const value = await parse(await readFile(path, 'utf8'));
    memory.set(path, { stamp, value });
    return value;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    report({ line: 1, reason: `it could not be read (${code ?? message})` });
    return null;
  }
}

// Editors and Finder leave hidden files; they are no part of a deck.
export async function visibleNames(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => !name.startsWith('.')).sort();
}
