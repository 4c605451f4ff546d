import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { partnerAction, partnerLoader } from '#app/access/gates.server.ts';
import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { addressOfOutcome } from '#app/mentoring/conversations/addresses.ts';
import { endConversation } from '#app/mentoring/conversations/commands/end-conversation.server.ts';
import { partnerFace } from '#app/mentoring/conversations/queries/partner-face.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('End it here?');

export const loader = partnerLoader(async ({ partner }) => {
  const back = addressOfConversation(partner.conversationId);
  const { name, ended } = await partnerFace(partner);
  if (ended) throw redirect(back);
  return { name, back };
});

export const action = partnerAction(EmptySchema, async ({ partner }) => {
  await endConversation(partner);
  return redirectWith(addressOfOutcome(partner.conversationId), 'conversation-ended');
});

export default function End() {
  const { name, back } = useLoaderData<typeof loader>();
  return (
    <Question
      question="End it here?"
      lede={`${apart(name)} is told that it is over, and nobody asks why. What was said stays for the two of you; a meeting that is still to come is off.`}
      back={back}
    >
      <Button variant="primary">End it here</Button>
    </Question>
  );
}
