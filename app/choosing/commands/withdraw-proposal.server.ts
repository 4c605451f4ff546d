import type { Member } from '#app/access/proofs.ts';
import { lockedChoice, standingProposals } from '#app/choosing/rows/choice-row.server.ts';
import { canWithdraw, MOST_PROPOSALS } from '#app/choosing/rules/choice.ts';
import { isSameBook } from '#app/choosing/rules/same-book.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

interface Proposal {
  choiceId: number;
  proposalId: number;
}

type Refused<R extends string> = { ok: false; reason: 'gone' | 'not-yours' | 'over' | R };

/** Withdraws a book: it is passed over in the count. Twice is once. */
export async function withdrawProposal(
  member: Member,
  { choiceId, proposalId }: Proposal,
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true } | Refused<never>> {
  return db.transaction().execute(async (tx) => {
    const held = await heldProposal(tx, member, { choiceId, proposalId }, now);
    if (!held.ok) return held;
    await tx
      .insertInto('book_proposal_withdrawal')
      .values({
        circle_id: member.circleId,
        choice_id: choiceId,
        proposal_id: proposalId,
        by_person_id: member.personId,
        at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(['circle_id', 'choice_id', 'proposal_id']).doNothing(),
      )
      .execute();
    return { ok: true };
  });
}

/** Brings a withdrawn book back, with the ranks it had. Twice is once. */
export async function restoreProposal(
  member: Member,
  { choiceId, proposalId }: Proposal,
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true } | Refused<'full' | 'proposed-already'>> {
  return db.transaction().execute(async (tx) => {
    const held = await heldProposal(tx, member, { choiceId, proposalId }, now);
    if (!held.ok) return held;
    const standing = await standingProposals(tx, held.choice);
    if (standing.some(({ id }) => id === proposalId)) return { ok: true };
    if (standing.some((other) => isSameBook(other, held.proposal))) {
      return { ok: false, reason: 'proposed-already' };
    }
    if (standing.length >= MOST_PROPOSALS) return { ok: false, reason: 'full' };
    await tx
      .deleteFrom('book_proposal_withdrawal')
      .where(inCircle(member, 'book_proposal_withdrawal'))
      .where('choice_id', '=', choiceId)
      .where('proposal_id', '=', proposalId)
      .execute();
    return { ok: true };
  });
}

async function heldProposal(tx: Tx, member: Member, { choiceId, proposalId }: Proposal, now: Date) {
  const choice = await lockedChoice(tx, member, choiceId, now);
  const proposal =
    choice &&
    (await tx
      .selectFrom('book_proposal')
      .select(['title', 'author', 'isbn', 'book_id as bookId', 'proposed_by as proposedBy'])
      .where(inCircle(member, 'book_proposal'))
      .where('choice_id', '=', choiceId)
      .where('id', '=', proposalId)
      .executeTakeFirst());
  if (!choice || !proposal) return { ok: false, reason: 'gone' } as const;
  if (!canWithdraw(member, proposal)) return { ok: false, reason: 'not-yours' } as const;
  if (choice.state !== 'open') return { ok: false, reason: 'over' } as const;
  return { ok: true, choice, proposal } as const;
}
