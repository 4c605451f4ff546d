import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { withdrawProposal } from '#app/choosing/commands/withdraw-proposal.server.ts';
import { proposalToChange } from '#app/choosing/queries/proposal-to-change.server.ts';
import { actWords } from '#app/choosing/words/refusals.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

const QUESTION = 'Withdraw this book?';

export const meta = titled(QUESTION);

export const loader = memberLoader(async ({ member, id }) => {
  const ids = { choiceId: id('choice'), proposalId: id('proposal') };
  const { title, back, canChange } = found(await proposalToChange(member, ids));
  if (!canChange) throw redirect(back);
  return { title, back };
});

export const action = memberAction(EmptySchema, async ({ member, id }) => {
  const [choiceId, proposalId] = [id('choice'), id('proposal')];
  const done = await withdrawProposal(member, { choiceId, proposalId });
  if (done.ok) {
    const choice = `${member.circle.slug}/choosing/${choiceId}`;
    const undo = `${choice}/proposals/${proposalId}`;
    return redirectWith(addressOfCircle(choice), 'proposal-withdrawn', undo);
  }
  if (done.reason === 'gone') gone();
  return refuse({ '': actWords[done.reason] });
});

export default function Withdraw() {
  const { title, back } = useLoaderData<typeof loader>();
  return (
    <Question
      about={title}
      question={QUESTION}
      lede="It is passed over in the count, and you can bring it back until the choice closes."
      back={back}
    >
      <Button variant="danger">Withdraw it</Button>
    </Question>
  );
}
