import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { partnerAction, partnerLoader } from '#app/access/gates.server.ts';
import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { sayOutcome } from '#app/mentoring/conversations/commands/say-outcome.server.ts';
import { OutcomeSchema } from '#app/mentoring/conversations/forms.ts';
import {
  outcomeOf,
  type StandingOutcome,
} from '#app/mentoring/conversations/queries/outcome.server.ts';
import { partnerFace } from '#app/mentoring/conversations/queries/partner-face.server.ts';
import { BackToTalk } from '#app/mentoring/conversations/views/back-to-talk.tsx';
import { OutcomeForm } from '#app/mentoring/conversations/views/outcome-form.tsx';
import { outcomeChanged, tooEarly, whyNoLine } from '#app/mentoring/conversations/words.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('What came of it');

export const loader = partnerLoader(async ({ partner, viewer, peek }) => {
  const { conversationId } = partner;
  const [{ asked, mine }, about] = await Promise.all([
    outcomeOf(partner),
    partnerFace(partner),
    markRead({ viewer, peek }, null, [`outcome:${conversationId}`]),
  ]);
  if (!asked) throw redirect(addressOfConversation(conversationId));
  return { mine, about, conversationId };
});

export const action = partnerAction(OutcomeSchema, async ({ partner, form }) => {
  const said = await sayOutcome(partner, form);
  if (said.ok) return redirectWith(addressOfConversation(partner.conversationId), 'outcome-said');
  if (said.reason === 'early') return refuse({ '': tooEarly });
  if (said.reason !== 'changed') return refuse({ did: whyNoLine(said.reason).body ?? '' });
  const { helped, did, share } = form;
  const values = { helped, did, ...(share && { share: 'yes' }) };
  const reply = { values, errors: { '': [outcomeChanged] } };
  return data({ form: reply, theirs: said.theirs }, { status: 422 });
});

export default function Outcome() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<{ theirs?: StandingOutcome }>();
  return (
    <Page width="narrow">
      <PageHead eyebrow={<BackToTalk {...page} />} title="What came of it?" />
      <OutcomeForm {...page} theirs={reply?.theirs} />
    </Page>
  );
}
