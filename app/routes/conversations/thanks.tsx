import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { partnerAction, partnerLoader } from '#app/access/gates.server.ts';
import { gone } from '#app/access/refusals.server.ts';
import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { thank } from '#app/mentoring/conversations/commands/thank.server.ts';
import { ThanksSchema } from '#app/mentoring/conversations/forms.ts';
import { thanksOf } from '#app/mentoring/conversations/queries/outcome.server.ts';
import { partnerFace } from '#app/mentoring/conversations/queries/partner-face.server.ts';
import { BackToTalk } from '#app/mentoring/conversations/views/back-to-talk.tsx';
import { ThanksForm } from '#app/mentoring/conversations/views/thanks-form.tsx';
import { outcomeChanged } from '#app/mentoring/conversations/words.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Say thank you');

export const loader = partnerLoader(async ({ partner }) => {
  if (partner.side !== 'asker') gone();
  const [thanks, about] = await Promise.all([thanksOf(partner), partnerFace(partner)]);
  return { thanks, about, conversationId: partner.conversationId };
});

export const action = partnerAction(ThanksSchema, async ({ partner, form }) => {
  const thanked = await thank(partner, form);
  if (thanked.ok) {
    return redirectWith(addressOfConversation(partner.conversationId), 'thanks-sent');
  }
  if (thanked.reason === 'helper') gone();
  const reply = { values: { body: form.body }, errors: { '': [outcomeChanged] } };
  return data({ form: reply, theirs: thanked.theirs }, { status: 422 });
});

export default function Thanks() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<{ theirs?: { body: string; version: number } | null }>();
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={<BackToTalk {...page} />}
        title={`What changed, thanks to ${apart(page.about.name)}?`}
      />
      <ThanksForm {...page} other={page.about.name} theirs={reply?.theirs} />
    </Page>
  );
}
