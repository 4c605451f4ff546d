import type { Viewer } from '#app/access/proofs.ts';
import { lookUps } from '#app/books/limits.server.ts';
import { keepingAnswers } from '#app/books/look-up/rows/kept-answers.server.ts';
import type { BookLookup, Found } from '#app/books/look-up/rules/book-lookup.ts';
import { readIsbn } from '#app/books/rules/isbn.ts';
import { NoAnswer } from '#app/platform/ask-json.server.ts';
import { log } from '#app/platform/log.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { openLibrary } from './open-library.server.ts';

/** What the form of a book says of a look-up. */
export type LookedUp =
  /** `found` fills what is empty; with several, the person chooses */
  | { ok: true; found: Found }
  | { ok: true; choices: Found[] }
  | { ok: false; reason: 'nothing-typed' | 'wrong-isbn' | 'not-found' | 'no-answer' | 'too-often' };

export interface Typed {
  title: string;
  author: string;
  isbn: string;
}

/** The look-up of this installation; null where it is off. */
export const configuredLookup = (): BookLookup | null =>
  env.BOOK_LOOKUP ? keepingAnswers(openLibrary(env.BOOK_LOOKUP_URL)) : null;

export const canLookUp = () => env.BOOK_LOOKUP !== undefined;

/**
 * Looks up what stands in the form: its ISBN, else its title and author.
 * @param choice which of the books found by title before; null for a new look
 */
export async function lookUp(
  viewer: Viewer,
  { title, author, isbn }: Typed,
  choice: number | null,
  lookup = configuredLookup(),
): Promise<LookedUp> {
  if (!lookup) return { ok: false, reason: 'no-answer' };
  const words = `${title} ${author}`.trim().replace(/\s+/g, ' ').slice(0, 200);
  const number = readIsbn(isbn);
  if (isbn.trim() !== '' && !number) return { ok: false, reason: 'wrong-isbn' };
  if (!number && words === '') return { ok: false, reason: 'nothing-typed' };
  if (!(await lookUps.take(String(viewer.personId))).ok) return { ok: false, reason: 'too-often' };
  try {
    if (number) {
      const found = await lookup.byIsbn(number);
      return found ? { ok: true, found } : { ok: false, reason: 'not-found' };
    }
    const choices = await lookup.byTitle(words);
    const chosen = choices[choice ?? -1];
    if (chosen) return { ok: true, found: chosen };
    return choices.length > 0 ? { ok: true, choices } : { ok: false, reason: 'not-found' };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    log.warn({ why: error.message }, 'the look-up of books did not answer');
    return { ok: false, reason: 'no-answer' };
  }
}
