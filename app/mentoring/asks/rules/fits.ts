import { MOST_OF_SITE } from './reach.ts';

/**
 * Which words of an ask somebody said to be asked about. Case, accents and endings do not count: two
 * words are the same where they begin alike as far as all but the last three letters of the longer.
 */
export const COMMON: ReadonlySet<string> = new Set(
  `about after again also always another anyone anything around asked asking because been before being
  between both cannot could does doing done down each even ever every first from gets getting gives going
  good have having help here himself into just keep kind know last less like little long look made make
  makes many maybe might more most much must myself need needs never next nothing often once only other
  over part people please really right said same says shall should since some somebody someone something
  still such sure take takes tell than that their them then there these they thing things think this those
  through time today together under until upon very want wants week well were what when where which while
  will with within without work working would year years your yours team teams`.split(/\s+/),
);

/** Shorter words tell nothing. */
export const SHORTEST = 4;
/** So many letters at the end of a word may differ. */
export const ENDING = 3;

/** The words that tell what a text is about, each once, as they are compared. */
export function tellingWords(text: string): string[] {
  const words = plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length >= SHORTEST && !COMMON.has(word)))];
}

/** The words of `askMeAbout` that fit the ask, as they are written there. */
export function wordsThatFit(ask: readonly string[], askMeAbout: string): string[] {
  const written = askMeAbout.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const fit = written.filter((word) => {
    const [own] = tellingWords(word);
    return own !== undefined && ask.some((asked) => isSame(asked, own));
  });
  return [...new Set(fit)];
}

function isSame(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  return one === other || commonStart(one, other) >= Math.max(SHORTEST, longer - ENDING);
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKC');

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
