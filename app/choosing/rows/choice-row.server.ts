import { choiceState } from '#app/choosing/rules/choice.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { proposalsFrom } from './joins.server.ts';

/**
 * A choice held until the transaction ends: proposing, ranking and closing come one after the other,
 * so that no ballot slips in beside the count.
 */
export async function lockedChoice(
  tx: Tx,
  { circleId }: { circleId: number },
  choiceId: number,
  now: Date,
) {
  const choice = await tx
    .selectFrom('book_choice')
    .select(['id', 'circle_id as circleId', 'version', 'closes_at as closesAt'])
    .where(inCircle({ circleId }, 'book_choice'))
    .where('id', '=', choiceId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!choice) return null;
  // Read after the lock: a statement sees what was there when it began.
  const [closed, cancelled] = [
    await tx
      .selectFrom('book_choice_close')
      .select(['at', 'winner_proposal_id as winnerId', 'reading_id as readingId'])
      .where(inCircle({ circleId }, 'book_choice_close'))
      .where('choice_id', '=', choiceId)
      .executeTakeFirst(),
    await tx
      .selectFrom('book_choice_cancellation')
      .select('at')
      .where(inCircle({ circleId }, 'book_choice_cancellation'))
      .where('choice_id', '=', choiceId)
      .executeTakeFirst(),
  ];
  const row = { ...choice, closed: closed ?? null, cancelled: cancelled ?? null };
  return { ...row, state: choiceState(row, now) };
}

export type LockedChoice = NonNullable<Awaited<ReturnType<typeof lockedChoice>>>;

/** The proposals of a choice that stand, in order of proposal. */
export async function standingProposals(tx: Tx, { circleId, id }: LockedChoice) {
  return proposalsFrom(tx, circleId, id)
    .select([
      'proposal.id',
      'proposal.title',
      'proposal.author',
      'proposal.isbn',
      'proposal.book_id as bookId',
    ])
    .where('gone.at', 'is', null)
    .execute();
}
