import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Member } from '#app/access/proofs.ts';
import { type ListedBook, listedBooks } from '#app/books/rows/listed-books.server.ts';
import { asMore, moreRows } from '#app/reading/plan/rows/more-rows.server.ts';
import { type PastRow, pastRows } from '#app/reading/rows/past-rows.server.ts';
import { todayOf } from '#app/reading/rows/reading-rows.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { joined } from '#db/in-circle.server.ts';
import type { PlanMore, ReadingLine } from './reading-view.ts';

export interface PastPage {
  /** the latest first */
  past: ReadingLine[];
  /** where the next page begins; null on the last */
  older: number | null;
}

const PAGE = 20;

/**
 * A page of what the circle has read.
 * @param before a page's `older`; anything else is the first page
 */
export async function pastReadings(
  member: Member,
  before: string | null,
  clock: Clock = {},
): Promise<PastPage> {
  const from = /^\d{1,15}$/.test(before ?? '') ? Number(before) : null;
  return asPage(
    await pastRows(member, from, clock)
      .limit(PAGE + 1)
      .execute(),
  );
}

/**
 * What stands in the reading room beside what is read now and will be (ongoingIn), in one round trip.
 * @param canPlan only then are there books
 */
export async function besideReadings(
  member: Member,
  { canPlan, ...clock }: Clock & { canPlan: boolean },
): Promise<PastPage & { books: ListedBook[]; more: PlanMore | null }> {
  const current = moreRows(member)
    .where('reading.ends_on', '>=', todayOf(member, clock))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reading_end as end')
            .select('end.reading_id')
            .where(joined('end.reading_id', 'reading.id')),
        ),
      ),
    )
    .orderBy('reading.starts_on')
    .orderBy('reading.id')
    .limit(1);
  const { past, books, more } = await db
    .selectNoFrom([
      jsonArrayFrom(pastRows(member, null, clock).limit(PAGE + 1)).as('past'),
      jsonArrayFrom(listedBooks(member).limit(canPlan ? 200 : 0)).as('books'),
      jsonArrayFrom(current).as('more'),
    ])
    .executeTakeFirstOrThrow();
  const [row] = more;
  return { ...asPage(past), books, more: row ? asMore(row) : null };
}

function asPage(rows: PastRow[]): PastPage {
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return {
    past: rows.slice(0, PAGE).map(({ title, author, told, ...row }) => ({
      ...row,
      book: { title, author },
      told: told === true,
    })),
    older: last?.id ?? null,
  };
}
