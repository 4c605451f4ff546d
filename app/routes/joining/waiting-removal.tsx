import { useLoaderData } from '@remix-run/react';
import { hostAction, hostLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { ConfirmedSchema } from '#app/circles/forms.ts';
import { addressOfWaiting } from '#app/joining/addresses.ts';
import { removeFromLine } from '#app/joining/commands/answer-offer.server.ts';
import { waitingLine } from '#app/joining/queries/requests.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Remove from the waiting list');

export const loader = hostLoader(async ({ host, id }) => {
  const at = id('place');
  const line = await waitingLine(host);
  return { slug: host.circle.slug, name: found(line.find((place) => place.id === at)).name };
});

export const action = hostAction(ConfirmedSchema, async ({ host, id }) => {
  found((await removeFromLine(host, id('place'))) || null);
  return redirectWith(addressOfWaiting(host.circle.slug), 'line-place-removed');
});

export default function RemoveFromLine() {
  const { slug, name } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  return (
    <Asking
      title={`Take ${apart(name)} out of the line?`}
      yes={`Remove ${apart(name)}`}
      danger
      back={{ to: addressOfWaiting(slug), label: 'Keep them in line' }}
    >
      {mail('They are told by mail.', 'No mail leaves this site yet: tell them yourself.')} A seat
      that was offered to them goes to the next.
    </Asking>
  );
}
