import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { addressOfChoice } from '#app/choosing/addresses.ts';
import { proposeBook } from '#app/choosing/commands/propose-book.server.ts';
import { settledChoice } from '#app/choosing/commands/settle-choice.server.ts';
import { ProposalSchema } from '#app/choosing/forms.ts';
import { unreadBooks } from '#app/choosing/queries/unread-books.server.ts';
import { ClosedNow } from '#app/choosing/views/closed-now.tsx';
import { ProposalForm } from '#app/choosing/views/proposal-form.tsx';
import { proposalWords, proposedBefore } from '#app/choosing/words/refusals.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedFirst } from '#app/ui/page/saved-first.tsx';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'Propose a book';

export const meta = titled(TITLE);

export const loader = memberLoader(async ({ member, id }) => {
  const choice = found(await settledChoice(member, id('choice')));
  return {
    isOpen: choice.state === 'open',
    books: await unreadBooks(member),
    submissionKey: randomUUID(),
    back: addressOfChoice(member.circle.slug, choice.id),
  };
});

export const action = memberAction(ProposalSchema, async ({ member, form, id }) => {
  const choiceId = id('choice');
  const proposed = await proposeBook(member, choiceId, form);
  const path = addressOfChoice(member.circle.slug, choiceId);
  if (proposed.ok) return redirectWith(path, 'book-proposed');
  if (proposed.reason === 'another-first') {
    const typed = Object.entries(form).map(([name, value]) => [name, String(value ?? '')]);
    const { title, why } = proposed;
    const values = { ...Object.fromEntries(typed), submissionKey: randomUUID() };
    return refusedWith(values, { '': proposedBefore }, { saved: { title, why, to: path } });
  }
  if (proposed.reason !== 'gone') return refuse(proposalWords(proposed));
  gone();
});

export default function Propose() {
  const { isOpen, books, submissionKey, back } = useLoaderData<typeof loader>();
  const answer = useActionData<
    { form?: FormReply; saved?: { title: string; why: string; to: string } } | undefined
  >();
  const key = String(answer?.form?.values.submissionKey ?? submissionKey);
  return (
    <ClosedNow isOpen={isOpen} title={TITLE} back={back}>
      <Page width="narrow">
        <PageHead title={TITLE} lede="The others read your words before they rank." />
        {answer?.saved && (
          <SavedFirst to={answer.saved.to} title={answer.saved.title}>
            {answer.saved.why}
          </SavedFirst>
        )}
        <ProposalForm books={books} submissionKey={key} back={back} />
      </Page>
    </ClosedNow>
  );
}
