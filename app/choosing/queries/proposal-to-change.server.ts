import type { Member } from '#app/access/proofs.ts';
import { addressOfChoice } from '#app/choosing/addresses.ts';
import { canWithdraw } from '#app/choosing/rules/choice.ts';
import { choiceOf, proposalOf } from './choice.server.ts';

interface ProposalToChange {
  title: string;
  /** the page of its choice */
  back: string;
  /** the choice is open, and this member may withdraw the book or bring it back */
  canChange: boolean;
}

/** The book a member asks to withdraw or to bring back; null when there is none. */
export async function proposalToChange(
  member: Member,
  { choiceId, proposalId }: { choiceId: number; proposalId: number },
): Promise<ProposalToChange | null> {
  const choice = await choiceOf(member, choiceId);
  const proposal = choice && proposalOf(choice, proposalId);
  if (!proposal) return null;
  const { title, proposedBy } = proposal;
  return {
    title,
    back: addressOfChoice(member.circle.slug, choice.id),
    canChange: choice.state === 'open' && canWithdraw(member, { proposedBy: proposedBy.id }),
  };
}
