import { z } from 'zod';
import type { BookLookup, Found } from '#app/books/look-up/rules/book-lookup.ts';
import { readIsbn } from '#app/books/rules/isbn.ts';
import { type AskedSite, askJson, NoAnswer } from '#app/platform/ask-json.server.ts';
import { cleanLine } from '#app/platform/forms/clean-text.ts';

const MOST_FOUND = 5;

const words = (max: number) =>
  z.string().transform((value) => cleanLine(value.replaceAll('\0', '')).slice(0, max));
const pages = z.number().int().min(1).max(99_999).nullish().catch(null);

const Edition = z.object({
  title: words(200).pipe(z.string().min(1)),
  subtitle: words(200).nullish().catch(null),
  authors: z
    .array(z.object({ name: words(100) }))
    .nullish()
    .catch(null),
  number_of_pages: pages,
});

const Search = z.object({
  docs: z.array(
    z.object({
      title: words(200).pipe(z.string().min(1)),
      subtitle: words(200).nullish().catch(null),
      author_name: z.array(words(100)).nullish().catch(null),
      isbn: z.array(z.string()).nullish().catch(null),
      number_of_pages_median: pages,
    }),
  ),
});

/** Open Library, or what speaks like it at `base`. */
export function openLibrary(
  base: string,
  limits: Omit<AskedSite, 'base'> = { timeoutMs: 3_000, maxBytes: 512 * 1024 },
): BookLookup {
  const site = { base, ...limits };
  return {
    async byIsbn(isbn) {
      const key = `ISBN:${isbn}`;
      const answer = await askJson(site, '/api/books', {
        bibkeys: key,
        format: 'json',
        jscmd: 'data',
      });
      const book = read(z.record(z.string(), z.unknown()), answer)[key];
      if (book === undefined) return null;
      const { title, subtitle, authors, number_of_pages } = read(Edition, book);
      return {
        title,
        subtitle: subtitle ?? '',
        author: names(authors?.map(({ name }) => name)),
        isbn,
        pages: number_of_pages ?? null,
      };
    },

    async byTitle(typed) {
      const answer = await askJson(site, '/search.json', {
        q: typed,
        limit: String(MOST_FOUND),
        fields: 'title,subtitle,author_name,isbn,number_of_pages_median',
      });
      return read(Search, answer)
        .docs.slice(0, MOST_FOUND)
        .map((doc) => ({
          title: doc.title,
          subtitle: doc.subtitle ?? '',
          author: names(doc.author_name),
          isbn: firstIsbn(doc.isbn),
          pages: doc.number_of_pages_median ?? null,
        })) satisfies Found[];
    },
  };
}

/** @throws NoAnswer when it is not of that shape */
function read<S extends z.ZodType>(schema: S, answer: unknown): z.output<S> {
  const result = schema.safeParse(answer);
  if (!result.success) throw new NoAnswer('an answer of another shape');
  return result.data;
}

const names = (all: readonly string[] | null | undefined) =>
  (all ?? []).slice(0, 4).join(', ').slice(0, 200);

/** A work lists the ISBNs of all its editions: the first that is one. */
function firstIsbn(all: readonly string[] | null | undefined): string | null {
  for (const typed of (all ?? []).slice(0, 50)) {
    const isbn = readIsbn(typed);
    if (isbn) return isbn;
  }
  return null;
}
