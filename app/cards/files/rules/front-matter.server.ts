import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type CardKind, cardKinds, cardNeeds, type Notch } from '#app/cards/rules/card.ts';
import type { Problem } from './problem.ts';

const kinds = Object.keys(cardKinds) as [CardKind, ...CardKind[]];
const notches = [1, 2, 3] as const satisfies readonly Notch[];

const oneLine = (name: string, max: number) =>
  z
    .string(`${name} must be words`)
    .trim()
    .min(1, `${name} is empty`)
    .max(max, `${name} is longer than ${max} characters`)
    .regex(/^[^\p{Cc}]*$/u, `${name} must be one line`);

const headCount = z
  .int('people must be two whole numbers, for example [3, 8]')
  .min(1, 'people must be from 1 to 12')
  .max(12, 'people must be from 1 to 12');

const once = (values: readonly unknown[]) => new Set(values).size === values.length;

/** The names of other cards, as 'deck/card'. Whether they exist is for the reader of the folder. */
const cardNames = (name: string) =>
  z
    .array(
      z
        .string(`${name} must be a list of cards, for example [openers/what-i-put-down]`)
        .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, `${name} names cards as deck/card`),
      `${name} must be a list of cards, for example [openers/what-i-put-down]`,
    )
    .refine(once, `${name} has a card twice`)
    .default([]);

const chapters = 'chapter must be a list of numbers or titles, for example [4]';

export const FrontMatter = z.strictObject({
  title: oneLine('title', 80),
  kind: z.enum(kinds, `kind must be one of ${kinds.join(', ')}`),
  minutes: z
    .int('minutes must be a whole number')
    .min(1, 'minutes must be from 1 to 120')
    .max(120, 'minutes must be from 1 to 120'),
  people: z
    .tuple([headCount, headCount], 'people must be two whole numbers, for example [3, 8]')
    .refine(([fewest, most]) => fewest <= most, 'people must begin with the smaller number'),
  for: oneLine('for', 140),
  about: z
    .array(oneLine('a tag', 40), 'about must be a list of tags, for example [trust]')
    .min(1, 'about must name one to six tags')
    .max(6, 'about must name one to six tags')
    .refine(once, 'about has a tag twice'),
  notch: z.literal(notches, 'notch must be 1, 2 or 3'),
  needs: z
    .array(z.enum(cardNeeds, `needs must be of ${cardNeeds.join(', ')}`), 'needs must be a list')
    .refine(once, 'needs has the same twice')
    .default([]),
  books: z.array(oneLine('a book', 120), 'books must be a list, for example ["Radical Candor"]'),
  chapter: z
    .array(
      z.union(
        [z.int(chapters).min(1, chapters).max(99, chapters), oneLine('a chapter', 120)],
        chapters,
      ),
      chapters,
    )
    .min(1, 'chapter is empty')
    .default([]),
  sitting: z
    .int('sitting must be a whole number')
    .min(1, 'sitting must be from 1 to 12')
    .max(12, 'sitting must be from 1 to 12')
    .nullable()
    .default(null),
  after: cardNames('after'),
  'pairs-with': cardNames('pairs-with'),
  lang: z
    .string('lang must be a language, for example en')
    .refine(isLanguage, 'lang must be a language, for example en')
    .default('en'),
  source: oneLine('source', 240).nullable(),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** The line of each key of a front matter; of one that isn't given, the line it begins on. */
export type LineOfKey = (key: keyof FrontMatter) => number;

type Read = { front: FrontMatter; lineOf: LineOfKey } | { front: null; problems: Problem[] };

/**
 * Reads the YAML between the two `---` of a card. `above` is the number of lines of the file before
 * the YAML's first, so that problems carry the line of the file.
 */
export function readFrontMatter(yaml: string, above: number): Read {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const lineAt = (offset: number) => above + lines.linePos(offset).line;

  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      line: lineAt(error.pos[0]),
      reason: `the front matter is not YAML: ${firstLine(error.message)}`,
    }));
    return { front: null, problems };
  }
  const lineOf = (key: PropertyKey | undefined) => {
    const map = document.contents;
    if (!isMap(map)) return above + 1;
    const pair = map.items.find(({ key: at }) => isScalar(at) && at.value === key);
    const range = isScalar(pair?.key) ? pair.key.range : null;
    return range ? lineAt(range[0]) : above + 1;
  };
  const result = FrontMatter.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (result.success) return { front: result.data, lineOf };
  const problems = result.error.issues.flatMap((issue): Problem[] => {
    const [key] = issue.path;
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((name) => ({
        line: lineOf(name),
        reason: `the front matter has a key that is not known: ${name}`,
      }));
    }
    if (key === undefined) return [{ line: above + 1, reason: 'the front matter has no keys' }];
    const given = isMap(document.contents) && document.contents.has(key);
    const reason = given ? issue.message : `the front matter lacks ${String(key)}`;
    return [{ line: lineOf(key), reason }];
  });
  return { front: null, problems };
}

// The library repeats the text of the line after a blank one.
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
