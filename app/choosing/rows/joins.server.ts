import type { Executor } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

/** Choices, with how each was closed (`close`) and whether it was called off (`off`). */
export function choicesFrom(from: Executor) {
  return from
    .selectFrom('book_choice as choice')
    .leftJoin('book_choice_close as close', (join) =>
      join.on(joined('close.choice_id', 'choice.id')),
    )
    .leftJoin('book_choice_cancellation as off', (join) =>
      join.on(joined('off.choice_id', 'choice.id')),
    );
}

/** The same, with the book that won. */
export function choicesWithWinner(from: Executor) {
  return choicesFrom(from).leftJoin('book_proposal as winner', (join) =>
    join.on(joined('winner.id', 'close.winner_proposal_id')),
  );
}

/** The proposals of a choice, in order of proposal, with whether each was withdrawn (`gone`). */
export function proposalsFrom(from: Executor, circleId: number, choiceId: number) {
  return from
    .selectFrom('book_proposal as proposal')
    .leftJoin('book_proposal_withdrawal as gone', (join) =>
      join
        .on(joined('gone.choice_id', 'proposal.choice_id'))
        .onRef('gone.proposal_id', '=', 'proposal.id'),
    )
    .where(inCircle({ circleId }, 'proposal'))
    .where('proposal.choice_id', '=', choiceId)
    .orderBy('proposal.id');
}
