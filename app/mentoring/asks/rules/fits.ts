import { MOST_OF_SITE } from './reach.ts';

/** Those whom most words fit first; among equals by name, then by who has been here longest. */
export function bestFits<One extends { id: number; name: string; words: string[] }>(
  all: readonly One[],
): One[] {
  return [...all]
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length || byName(a.name, b.name) || a.id - b.id)
    .slice(0, MOST_OF_SITE);
}

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
