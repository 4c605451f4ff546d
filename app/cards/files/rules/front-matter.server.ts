import { z } from 'zod';
import { type CardKind, cardKinds, cardNeeds, type Notch } from '#app/cards/rules/card.ts';
import { once, oneLine, people, tags } from './fields.server.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './yaml.server.ts';

const kinds = Object.keys(cardKinds) as [CardKind, ...CardKind[]];
const notches = [1, 2, 3] as const satisfies readonly Notch[];

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
  people: people(),
  for: oneLine('for', 140),
  about: tags(),
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
  const read = readYaml(FrontMatter, yaml, { what: 'the front matter', above });
  if (!read.ok) return { front: null, problems: read.problems };
  return { front: read.value, lineOf: (key) => read.lineOf([key]) };
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
