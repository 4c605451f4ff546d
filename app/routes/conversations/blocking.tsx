import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { partnerAction, partnerLoader } from '#app/access/gates.server.ts';
import { ConfirmedSchema } from '#app/circles/forms.ts';
import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { addressOfTrouble } from '#app/mentoring/conversations/addresses.ts';
import { blockPerson } from '#app/mentoring/conversations/commands/block-person.server.ts';
import { partnerFace } from '#app/mentoring/conversations/queries/partner-face.server.ts';
import { blockingInWords } from '#app/mentoring/reports/views/trouble-view.tsx';
import { redirectWith } from '#app/platform/notice.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Block somebody');

export const loader = partnerLoader(async ({ partner }) => {
  const { name, blocked } = await partnerFace(partner);
  const back = addressOfTrouble(partner.conversationId);
  if (blocked) throw redirect(back);
  return { name, back };
});

export const action = partnerAction(ConfirmedSchema, async ({ partner }) => {
  await blockPerson(partner);
  return redirectWith(addressOfConversation(partner.conversationId), 'person-blocked');
});

export default function Block() {
  const { name, back } = useLoaderData<typeof loader>();
  return (
    <Asking
      title={`Block ${apart(name)}?`}
      yes="Block"
      danger
      back={{ to: back, label: 'Not now' }}
    >
      {`${blockingInWords(apart(name))} Nobody is told. You can lift it later.`}
    </Asking>
  );
}
