import { z } from 'zod';
import { once, oneLine, people, tags } from '#app/cards/files/rules/fields.server.ts';
import type { Problem } from '#app/cards/files/rules/problem.ts';
import { type LineOfPath, readYaml } from '#app/cards/files/rules/yaml.server.ts';
import { LONGEST_RECIPE, recipeMoments, SHORTEST_RECIPE } from '#app/recipes/rules/recipe.ts';

const keep = z.boolean('keep must be true or false').default(false);
const why = oneLine('why', 120).nullable().default(null);
const lengths = `minutes must be from ${SHORTEST_RECIPE} to ${LONGEST_RECIPE}`;

const CardItem = z.strictObject({
  card: z
    .string('card must be a card, for example openers/what-i-put-down')
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'card must be a card, for example openers/what-i-put-down'),
  keep,
  why,
});

const TalkItem = z.strictObject({
  title: oneLine('title', 80),
  minutes: z
    .int('minutes must be a whole number')
    .min(1, 'minutes of an item must be from 1 to 60')
    .max(60, 'minutes of an item must be from 1 to 60'),
  keep,
  why,
});

const isCard = (item: unknown) => typeof item === 'object' && item !== null && 'card' in item;

/** An item is read as what it begins like, so that its reasons are about that. */
const Item = z.unknown().transform((item, context) => {
  const read = (isCard(item) ? CardItem : TalkItem).safeParse(item);
  if (read.success) return read.data;
  context.issues.push(...(read.error.issues as typeof context.issues));
  return z.NEVER;
});

const RecipeFile = z.strictObject({
  title: oneLine('title', 80),
  minutes: z
    .int('minutes must be a whole number')
    .min(SHORTEST_RECIPE, lengths)
    .max(LONGEST_RECIPE, lengths),
  people: people(),
  for: oneLine('for', 140),
  about: tags(),
  when: z
    .enum(recipeMoments, `when must be one of ${recipeMoments.join(', ')}`)
    .nullable()
    .default(null),
  items: z
    .array(Item, 'items must be a list')
    .min(1, 'items must hold one to twelve')
    .max(12, 'items must hold one to twelve')
    .refine((items) => once(items.flatMap((item) => ('card' in item ? [item.card] : []))), {
      message: 'items has a card twice',
      when: ({ issues }) => issues.length === 0,
    }),
});
export type RecipeFile = z.infer<typeof RecipeFile>;

/** Far above any recipe worth reading. */
const MAX_CHARACTERS = 8_000;

export type ParsedRecipe =
  | { ok: true; recipe: RecipeFile; lineOf: LineOfPath }
  | { ok: false; problems: Problem[] };

/** Reads the text of a recipe. Whether its cards exist is for who reads the folder. */
export function parseRecipe(source: string): ParsedRecipe {
  if (source.length > MAX_CHARACTERS) {
    const reason = `a recipe has at most ${MAX_CHARACTERS} characters`;
    return { ok: false, problems: [{ line: 1, reason }] };
  }
  const read = readYaml(RecipeFile, source, { what: 'the recipe' });
  if (!read.ok) return { ok: false, problems: read.problems.sort((a, b) => a.line - b.line) };
  return { ok: true, recipe: read.value, lineOf: read.lineOf };
}
