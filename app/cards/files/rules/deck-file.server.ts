import { z } from 'zod';
import type { Problem } from './problem.ts';

const DeckFields = z.strictObject({
  title: z.string('title must be words').trim().min(1, 'title is empty').max(60),
  description: z.string('description must be words').trim().min(1, 'description is empty').max(240),
  order: z.int('order must be a whole number').min(0).max(999),
  book: z.string('book must be a title or null').trim().min(1, 'book is empty').max(120).nullable(),
  /** in how many sittings the book is usually read */
  sittings: z
    .int('sittings must be a whole number')
    .min(1, 'sittings must be from 1 to 12')
    .max(12, 'sittings must be from 1 to 12')
    .optional(),
  /** the order of the cards; those not named follow by title */
  cards: z.array(z.string('cards must be a list of file names without .mdx')).default([]),
});
const DeckFile = DeckFields.refine(({ book, sittings }) => book !== null || !sittings, {
  message: 'a deck has sittings when it has a book',
  path: ['sittings'],
});
export type DeckFile = z.infer<typeof DeckFile>;

export type DeckFileResult = { ok: true; deck: DeckFile } | { ok: false; problems: Problem[] };

/** Reads the text of a deck.json. */
export function parseDeckFile(source: string): DeckFileResult {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return { ok: false, problems: [jsonProblem(source, error)] };
  }
  const result = DeckFile.safeParse(value);
  if (result.success) return { ok: true, deck: result.data };
  const problems = result.error.issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        line: lineOfKey(source, key),
        reason: `the deck has a key that is not known: ${key}`,
      }));
    }
    const key = String(issue.path[0] ?? '');
    const lacking = typeof value === 'object' && value !== null && key !== '' && !(key in value);
    const reason = lacking ? `the deck lacks ${key}` : issue.message;
    return [{ line: lineOfKey(source, key), reason }];
  });
  return { ok: false, problems };
}

/** The line a key, or else a value, of the file is on; 1 when it is nowhere. */
export function lineOfKey(source: string, key: string): number {
  const lines = source.split('\n');
  const asKey = lines.findIndex((line) => line.trim().startsWith(`"${key}"`));
  const at = asKey === -1 ? lines.findIndex((line) => line.includes(`"${key}"`)) : asKey;
  return at === -1 ? 1 : at + 1;
}

// Node names the place of a syntax error as an offset, or not at all when the text just ends.
function jsonProblem(source: string, error: unknown): Problem {
  const message = error instanceof Error ? error.message : '';
  const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? source.length);
  const line = source.slice(0, offset).split('\n').length;
  return { line, reason: 'the deck is not JSON' };
}
