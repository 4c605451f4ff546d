import { stateOf } from '#app/choosing/rules/choice.ts';
import type { Tx } from '#db/database.server.ts';

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
    .where('circle_id', '=', circleId)
    .where('id', '=', choiceId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!choice) return null;
  // Read after the lock: a statement sees what was there when it began.
  const [closed, cancelled] = [
    await tx
      .selectFrom('book_choice_close')
      .select(['at', 'winner_proposal_id as winnerId', 'reading_id as readingId'])
      .where('circle_id', '=', circleId)
      .where('choice_id', '=', choiceId)
      .executeTakeFirst(),
    await tx
      .selectFrom('book_choice_cancellation')
      .select('at')
      .where('circle_id', '=', circleId)
      .where('choice_id', '=', choiceId)
      .executeTakeFirst(),
  ];
  const row = { ...choice, closed: closed ?? null, cancelled: cancelled ?? null };
  return { ...row, state: stateOf(row, now) };
}

export type LockedChoice = NonNullable<Awaited<ReturnType<typeof lockedChoice>>>;

/** The proposals of a choice that stand, in order of proposal. */
export async function standingProposals(tx: Tx, { circleId, id }: LockedChoice) {
  return tx
    .selectFrom('book_proposal as proposal')
    .leftJoin('book_proposal_withdrawal as gone', (join) =>
      join
        .onRef('gone.circle_id', '=', 'proposal.circle_id')
        .onRef('gone.choice_id', '=', 'proposal.choice_id')
        .onRef('gone.proposal_id', '=', 'proposal.id'),
    )
    .select([
      'proposal.id',
      'proposal.title',
      'proposal.author',
      'proposal.isbn',
      'proposal.book_id as bookId',
    ])
    .where('proposal.circle_id', '=', circleId)
    .where('proposal.choice_id', '=', id)
    .where('gone.at', 'is', null)
    .orderBy('proposal.id')
    .execute();
}
