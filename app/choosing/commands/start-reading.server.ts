import { randomUUID } from 'node:crypto';
import type { Facilitator } from '#app/access/proofs.ts';
import { addBookIn } from '#app/books/commands/add-book.server.ts';
import { sectionsOf } from '#app/books/queries/books.server.ts';
import { lockedChoice } from '#app/choosing/rows/choice-row.server.ts';
import { winnerPlan } from '#app/choosing/rules/winner-plan.ts';
import {
  lockReadings,
  overlapping,
  planReadingIn,
} from '#app/reading/plan/commands/plan-reading.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

export type ReadingStarted =
  /** bare: the book has no sections yet, so the reading has no milestones */
  | { ok: true; readingId: number; bookId: number; bare: boolean }
  | { ok: false; reason: 'gone' | 'no-winner' }
  /** a circle reads one book at a time */
  | { ok: false; reason: 'overlaps'; title: string; startsOn: string; endsOn: string };

interface Asked {
  /** 'YYYY-MM-DD' */
  startsOn: string;
  weeks: number;
}

/**
 * Makes the winner the circle's reading, with its book when the circle has not entered it yet. Once
 * done, doing it again answers with that reading.
 * @param sessionDays when the circle will meet
 */
export async function startWinner(
  facilitator: Facilitator,
  choiceId: number,
  asked: Asked,
  sessionDays: readonly string[],
  { now = new Date() }: { now?: Date } = {},
): Promise<ReadingStarted> {
  return db.transaction().execute(async (tx): Promise<ReadingStarted> => {
    await lockReadings(tx, facilitator);
    const choice = await lockedChoice(tx, facilitator, choiceId, now);
    if (!choice) return { ok: false, reason: 'gone' };
    const { winnerId, readingId } = choice.closed ?? {};
    if (!winnerId) return { ok: false, reason: 'no-winner' };
    if (readingId) return startedBefore(tx, facilitator, readingId);
    const winner = await tx
      .selectFrom('book_proposal')
      .select(['title', 'author', 'isbn', 'book_id as bookId'])
      .where(inCircle(facilitator, 'book_proposal'))
      .where('id', '=', winnerId)
      .executeTakeFirstOrThrow();
    const sections = winner.bookId === null ? [] : await sectionsOf(facilitator, winner.bookId, tx);
    const plan = winnerPlan(sections, asked, sessionDays);
    const other = await overlapping(tx, facilitator, plan);
    if (other) return { ok: false, reason: 'overlaps', ...other };
    const bookId =
      winner.bookId ??
      (await addBookIn(tx, facilitator, {
        submissionKey: randomUUID(),
        title: winner.title,
        subtitle: '',
        author: winner.author,
        isbn: winner.isbn,
        lastPage: null,
        sections: [],
      }));
    const planned = await planReadingIn(
      tx,
      facilitator,
      { ...plan, bookId, submissionKey: randomUUID() },
      now,
    );
    if (!planned.ok) throw new Error(`The plan of a winner was refused: ${planned.reason}.`);
    await tx
      .updateTable('book_choice_close')
      .set({ reading_id: planned.readingId })
      .where(inCircle(facilitator, 'book_choice_close'))
      .where('choice_id', '=', choiceId)
      .execute();
    return { ok: true, readingId: planned.readingId, bookId, bare: sections.length === 0 };
  });
}

async function startedBefore(
  tx: Tx,
  facilitator: Facilitator,
  readingId: number,
): Promise<ReadingStarted> {
  const { bookId, sections } = await tx
    .selectFrom('reading')
    .leftJoin('section', (join) => join.on(joined('section.book_id', 'reading.book_id')))
    .select(['reading.book_id as bookId'])
    .select(({ fn }) => fn.count<number>('section.id').as('sections'))
    .where(inCircle(facilitator, 'reading'))
    .where('reading.id', '=', readingId)
    .groupBy('reading.book_id')
    .executeTakeFirstOrThrow();
  return { ok: true, readingId, bookId, bare: sections === 0 };
}
