import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { partnerAction, partnerLoader } from '#app/access/gates.server.ts';
import { gone } from '#app/access/refusals.server.ts';
import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { takeBackThanks } from '#app/mentoring/conversations/commands/thank.server.ts';
import { thanksOf } from '#app/mentoring/conversations/queries/outcome.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Take your thanks back?');

export const loader = partnerLoader(async ({ partner }) => {
  if (partner.side !== 'asker') gone();
  const back = addressOfConversation(partner.conversationId);
  const thanks = await thanksOf(partner);
  if (!thanks) throw redirect(back);
  return { back, body: thanks.body };
});

export const action = partnerAction(EmptySchema, async ({ partner }) => {
  if (partner.side !== 'asker') gone();
  await takeBackThanks(partner);
  return redirectWith(addressOfConversation(partner.conversationId), 'thanks-taken-back');
});

export default function TakeBackThanks() {
  const { back, body } = useLoaderData<typeof loader>();
  return (
    <Question
      about={body}
      question="Take your thanks back?"
      lede="The sentence is gone then. You can write another."
      back={back}
    >
      <Button variant="primary">Take it back</Button>
    </Question>
  );
}
