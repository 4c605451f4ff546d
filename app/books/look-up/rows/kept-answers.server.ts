import type { BookLookup } from '#app/books/look-up/rules/book-lookup.ts';
import { DAY } from '#app/time/spans.ts';
import { db } from '#db/database.server.ts';

const KEEP_MS = 30 * DAY;
const KEEP_MISS_MS = DAY;

/** A look-up that asks nothing twice: answers are kept 30 days, for everyone; a miss one day. */
export function keepingAnswers(lookup: BookLookup, now = () => new Date()): BookLookup {
  const kept = async <T>(kind: 'isbn' | 'title', key: string, ask: () => Promise<T>) => {
    const row = await db
      .selectFrom('book_lookup')
      .select(['answer', 'at'])
      .where('kind', '=', kind)
      .where('key', '=', key)
      .executeTakeFirst();
    const keep = row && isMiss(row.answer) ? KEEP_MISS_MS : KEEP_MS;
    if (row && now().getTime() - row.at.getTime() < keep) return row.answer as T;
    const answer = await ask();
    const written = { answer: JSON.stringify(answer), at: now() };
    await db
      .insertInto('book_lookup')
      .values({ kind, key, ...written })
      .onConflict((conflict) => conflict.columns(['kind', 'key']).doUpdateSet(written))
      .execute();
    return answer;
  };
  return {
    byIsbn: (isbn) => kept('isbn', isbn, () => lookup.byIsbn(isbn)),
    byTitle: (words) => kept('title', words.toLowerCase(), () => lookup.byTitle(words)),
  };
}

const isMiss = (answer: unknown) =>
  answer === null || (Array.isArray(answer) && answer.length === 0);
