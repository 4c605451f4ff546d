import type { Facilitator } from '#app/access/proofs.ts';
import { lockedChoice } from '#app/choosing/rows/choice-row.server.ts';
import { lockChoices } from '#app/choosing/rows/one-at-a-time.server.ts';
import {
  beginReading,
  begunBefore,
  type ReadingBegun,
} from '#app/reading/plan/commands/begin-reading.server.ts';
import type { WhenToRead } from '#app/reading/plan/rules/first-plan.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type ReadingStarted = ReadingBegun | { ok: false; reason: 'gone' | 'no-winner' };

/**
 * Makes the winner the circle's reading, with its book when the circle has not entered it yet. Once
 * done, doing it again answers with that reading.
 * @param sessionDays when the circle will meet
 */
export async function startWinner(
  facilitator: Facilitator,
  choiceId: number,
  when: WhenToRead,
  sessionDays: readonly string[],
  { now = new Date() }: { now?: Date } = {},
): Promise<ReadingStarted> {
  return db.transaction().execute(async (tx): Promise<ReadingStarted> => {
    await lockChoices(tx, facilitator);
    const choice = await lockedChoice(tx, facilitator, choiceId, now);
    if (!choice) return { ok: false, reason: 'gone' };
    const { winnerId, readingId } = choice.closed ?? {};
    if (!winnerId) return { ok: false, reason: 'no-winner' };
    if (readingId) return { ok: true, ...(await begunBefore(tx, facilitator, readingId)) };
    const winner = await tx
      .selectFrom('book_proposal')
      .select(['title', 'author', 'isbn', 'book_id as bookId'])
      .where(inCircle(facilitator, 'book_proposal'))
      .where('id', '=', winnerId)
      .executeTakeFirstOrThrow();
    const begun = await beginReading(tx, facilitator, winner, when, { sessionDays, now });
    if (!begun.ok) return begun;
    await tx
      .updateTable('book_choice_close')
      .set({ reading_id: begun.readingId })
      .where(inCircle(facilitator, 'book_choice_close'))
      .where('choice_id', '=', choiceId)
      .execute();
    return begun;
  });
}
