import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { addressOfChoice } from '#app/choosing/addresses.ts';
import { restoreProposal } from '#app/choosing/commands/withdraw-proposal.server.ts';
import { proposalToChange } from '#app/choosing/queries/proposal-to-change.server.ts';
import { actWords } from '#app/choosing/words/refusals.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

const QUESTION = 'Bring this book back?';

export const meta = titled(QUESTION);

export const loader = memberLoader(async ({ member, id }) => {
  const ids = { choiceId: id('choice'), proposalId: id('proposal') };
  const { title, back, canChange } = found(await proposalToChange(member, ids));
  if (!canChange) throw redirect(back);
  return { title, back };
});

export const action = memberAction(EmptySchema, async ({ member, id }) => {
  const [choiceId, proposalId] = [id('choice'), id('proposal')];
  const done = await restoreProposal(member, { choiceId, proposalId });
  if (done.ok) {
    const path = addressOfChoice(member.circle.slug, choiceId);
    return redirectWith(path, 'proposal-restored');
  }
  if (done.reason === 'gone') gone();
  return refuse({ '': actWords[done.reason] });
});

export default function BringBack() {
  const { title, back } = useLoaderData<typeof loader>();
  return (
    <Question
      about={title}
      question={QUESTION}
      lede="It can be ranked again, and those who had ranked it still do."
      back={back}
    >
      <Button variant="primary">Bring it back</Button>
    </Question>
  );
}
