import { z } from 'zod';
import { readIsbn } from '#app/books/rules/isbn.ts';
import { cleanLine } from '#app/platform/forms/clean-text.ts';
import {
  calendarDate,
  line,
  optionalLine,
  submissionKey,
} from '#app/platform/forms/fields.server.ts';

const state = z.enum(['reading', 'read', 'want'], 'Choose where it stands.');

/** An ISBN that may be left empty, as 13 digits or null. */
const isbn = z
  .string()
  .trim()
  .default('')
  .transform((typed) => (typed === '' ? null : (readIsbn(typed) ?? undefined)))
  .refine((value) => value !== undefined, 'This is no ISBN: a digit may be wrong or missing.')
  .transform((value) => value ?? null);

const fields = {
  submissionKey,
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
};

/** A book of one's own, added by hand or changed. */
export const OwnBookSchema = z.object(fields);
export type OwnBookInput = z.output<typeof OwnBookSchema>;

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
  })
  .transform(({ step, ...form }, context) => {
    if (step !== '') return { step, typed: form, book: null };
    const read = OwnBookSchema.safeParse(form);
    if (read.success) return { step, typed: null, book: read.data };
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
    after: query.get('after'),
  };
}

export const searchOf = (query: URLSearchParams) =>
  cleanLine((query.get('search') ?? '').replaceAll('\0', '')).slice(0, 100);
