import { randomUUID } from 'node:crypto';
import type { LinksFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { refuse, refuseAsOld, refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfPoll } from '#app/polls/addresses.ts';
import { openPoll } from '#app/polls/commands/open-poll.server.ts';
import { PollSchema } from '#app/polls/forms/poll.ts';
import styles from '#app/polls/polls.css?url';
import { copied, filled, pollForm } from '#app/polls/queries/poll-form.server.ts';
import { wrongClose, wrongRows } from '#app/polls/queries/wrong-slots.server.ts';
import { KindOfPoll } from '#app/polls/views/kind-of-poll.tsx';
import { PollForm } from '#app/polls/views/poll-form.tsx';
import { openedBefore, pollQuestion } from '#app/polls/words.ts';
import { addressOfSessions } from '#app/sessions/addresses.ts';
import { badChoiceWords } from '#app/sessions/schedule/words.ts';
import { useShownZone } from '#app/time/local-time-fields.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedFirst } from '#app/ui/page/saved-first.tsx';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'Find a time together';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled(TITLE);

const isWeekly = (kind: unknown) => kind === 'weekly';

export const loader = facilitatorLoader(async ({ facilitator, url }) => ({
  ...(await pollForm(facilitator, isWeekly(url.searchParams.get('kind')) ? 'weekly' : 'dates')),
  submissionKey: randomUUID(),
  slug: facilitator.circle.slug,
  back: addressOfSessions(facilitator.circle.slug),
}));

export const action = facilitatorAction(PollSchema, async ({ facilitator, form }) => {
  const { slug } = facilitator.circle;
  if (form.next) return shownAgain(form.next);
  if (form.fill) return shownAgain(filled(form.draft, form.fill));
  if (!form.poll) {
    const next = form.copy ? await copied(facilitator, form.draft, form.copy) : null;
    return next ? shownAgain(next) : refuse({ earlier: 'Choose one from the list.' });
  }
  const { poll, submissionKey, draft } = form;
  if (submissionKey === '') return refuseAsOld();
  const opened = await openPoll(facilitator, { ...poll, submissionKey });
  if (opened.ok) return redirectWith(addressOfPoll(slug, opened.pollId), 'poll-opened');
  if (opened.reason === 'slots') {
    const { reasons, slots } = wrongRows(draft.slots, opened.wrong, draft.kind);
    return refusedWith({ ...draft, slots }, reasons, {});
  }
  if (opened.reason === 'closes') return refuse(wrongClose(opened.resolved));
  if (opened.reason === 'another-first') {
    const saved = addressOfPoll(slug, opened.pollId);
    return refusedWith({ ...draft, submissionKey: randomUUID() }, { '': openedBefore }, { saved });
  }
  return refuse(badChoiceWords(opened));
});

export default function NewPoll() {
  const { choices, kind: begun, ...loaded } = useLoaderData<typeof loader>();
  const answer = useActionData<{ form?: FormReply; saved?: string } | undefined>();
  const zone = useShownZone(choices.zone, answer?.form);
  const mail = useMailWords();
  const kind = isWeekly(answer?.form?.values.kind ?? begun) ? 'weekly' : 'dates';
  return (
    <Page width="narrow">
      <PageHead
        title={TITLE}
        lede={`Propose a few times${kind === 'weekly' ? ' of the week' : ''}. Everyone says which they can make, and you choose. ${mail('They are asked by mail.')}`}
      />
      {answer?.saved && (
        <SavedFirst to={answer.saved} title={pollQuestion(kind)}>
          What you asked before.
        </SavedFirst>
      )}
      <KindOfPoll kind={kind} circleSlug={loaded.slug} />
      <PollForm {...loaded} kind={kind} choices={choices} reply={answer?.form} zone={zone} />
    </Page>
  );
}
