import { useLoaderData } from '@remix-run/react';
import { hostAction, hostLoader } from '#app/access/gates.server.ts';
import { ConfirmedSchema } from '#app/circles/forms.ts';
import { addressOfInvitations } from '#app/joining/addresses.ts';
import { endJoinLink } from '#app/joining/commands/join-link.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('End the link');

export const loader = hostLoader(({ host }) => ({ slug: host.circle.slug }));

export const action = hostAction(ConfirmedSchema, async ({ host }) => {
  await endJoinLink(host);
  return redirectWith(addressOfInvitations(host.circle.slug), 'link-ended');
});

export default function EndJoinLink() {
  const { slug } = useLoaderData<typeof loader>();
  return (
    <Asking
      title="End the reusable link?"
      yes="End the link"
      danger
      back={{ to: addressOfInvitations(slug), label: 'Keep it' }}
    >
      Nobody can join by it any more. People who joined stay; you can make a new link at any time.
    </Asking>
  );
}
