import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { withdrawProposal } from '#app/choosing/commands/withdraw-proposal.server.ts';
import { ActForm } from '#app/choosing/forms.ts';
import { choiceOf, proposalOf } from '#app/choosing/queries/choice.server.ts';
import { actWords } from '#app/choosing/refusals.ts';
import { canWithdraw } from '#app/choosing/rules/choice.ts';
import { refuse } from '#app/platform/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { Page, PageHead } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const meta = titled('Withdraw this book?');

export const loader = memberLoader(async ({ member, id }) => {
  const choice = found(await choiceOf(member, id('choice')));
  const proposal = found(proposalOf(choice, id('proposal')));
  const back = `/circles/${member.circle.slug}/choosing/${choice.id}`;
  const may = canWithdraw(member, { proposedBy: proposal.proposedBy.id });
  if (!may || choice.state !== 'open') throw redirect(back);
  return { title: proposal.title, back };
});

export const action = memberAction(ActForm, async ({ member, id }) => {
  const [choiceId, proposalId] = [id('choice'), id('proposal')];
  const done = await withdrawProposal(member, { choiceId, proposalId });
  const { slug } = member.circle;
  if (done.ok) {
    const path = `/circles/${slug}/choosing/${choiceId}`;
    return redirectWith(
      path,
      'proposal-withdrawn',
      `${slug}/choosing/${choiceId}/proposals/${proposalId}`,
    );
  }
  if (done.reason === 'gone') return found(null);
  return refuse({ '': actWords[done.reason] });
});

export default function Withdraw() {
  const { title, back } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={title}
        title="Withdraw this book?"
        lede="It is passed over in the count, and you can bring it back until the choice closes."
      />
      <PostForm>
        <div className="flex flex-wrap gap-3">
          <Button variant="danger">Withdraw it</Button>
          <ButtonLink to={back} variant="quiet">
            Leave it
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
