import { z } from 'zod';
import { readIsbn } from '#app/books/rules/isbn.ts';
import { cleanLine } from '#app/platform/forms/clean-text.ts';
import {
  calendarDate,
  line,
  optionalLine,
  rowVersion,
  submissionKey,
} from '#app/platform/forms/fields.server.ts';
import { SORTS } from '#app/shelves/rules.ts';

const state = z.enum(['reading', 'read', 'want'], 'Choose where it stands.');

/** An ISBN that may be left empty, as 13 digits or null. */
const isbn = z
  .string()
  .trim()
  .default('')
  .transform((typed) => (typed === '' ? null : (readIsbn(typed) ?? undefined)))
  .refine((value) => value !== undefined, 'This is no ISBN: a digit may be wrong or missing.')
  .transform((value) => value ?? null);

/** Stars, a quarter of one at the least; null for none. */
const rating = z
  .string()
  .default('')
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .refine(
    (stars) => stars === null || (stars >= 0.25 && stars <= 5 && Number.isInteger(stars * 4)),
    'Choose from one star to five.',
  );

const fields = {
  title: line(500, 'Give the book its title.'),
  author: optionalLine(300),
  isbn,
  pages: z
    .string()
    .trim()
    .default('')
    .refine((value) => /^\d{0,5}$/.test(value), 'A number of pages is a whole number.')
    .transform((value) => Number(value) || null),
  state,
  readOn: z
    .union([z.literal('').transform(() => null), calendarDate('Choose a day of the calendar.')])
    .default(null),
  rating,
};

export type OwnBookInput = z.output<z.ZodObject<typeof fields>>;

/** A book of one's own that is changed. */
export const ChangedOwnBookSchema = z.object({ ...fields, version: rowVersion });

const NewOwnBook = z.object({ ...fields, submissionKey });
export type NewOwnBookInput = z.output<typeof NewOwnBook>;

const typed = z.string().default('');

/**
 * The form of a book by hand. With a `step` it is a look-up: nothing is saved and nothing checked,
 * `typed` is what stands in it.
 */
export const TypedOwnBookSchema = z
  .object({
    step: typed,
    submissionKey: typed,
    title: typed,
    author: typed,
    isbn: typed,
    pages: typed,
    state: typed,
    readOn: typed,
    rating: typed,
  })
  .transform(({ step, ...form }, context) => {
    if (step !== '') return { step, typed: form, book: null };
    const read = NewOwnBook.safeParse(form);
    if (read.success) return { step, typed: form, book: read.data };
    for (const { path, message } of read.error.issues) {
      context.issues.push({ code: 'custom', path, message, input: form });
    }
    return z.NEVER;
  });

/** A book of the catalogue goes onto the shelf, moves there, or comes off it. */
export const FromCatalogueSchema = z.object({
  book: z.uuid(),
  state: z.enum(['reading', 'read', 'want', 'off']),
});

/** A book of the shelf moves on. */
export const ShelfMoveSchema = z.object({
  entry: z.coerce.number().int().positive(),
  state: z.enum(['reading', 'read', 'want']),
});

export const UploadSchema = z.object({ submissionKey });

/** Which part of the shelf an address asks for; what it cannot mean is left out. */
export function shelfFilter(query: URLSearchParams) {
  return {
    state: z.enum(['reading', 'read', 'want']).nullable().catch(null).parse(query.get('state')),
    search: searchOf(query),
    sort: z.enum(SORTS).catch('latest').parse(query.get('sort')),
    after: query.get('after'),
  };
}

export const searchOf = (query: URLSearchParams) =>
  cleanLine((query.get('search') ?? '').replaceAll('\0', '')).slice(0, 100);
