import { useLoaderData } from '@remix-run/react';
import { hostAction, hostLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { ConfirmedSchema } from '#app/circles/forms.ts';
import { addressOfInvitations } from '#app/joining/addresses.ts';
import { withdrawInvitation } from '#app/joining/commands/open-invitation.server.ts';
import { openInvitation } from '#app/joining/queries/openings.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Withdraw the invitation');

export const loader = hostLoader(async ({ host, id }) => ({
  slug: host.circle.slug,
  email: found(await openInvitation(host, id('invitation'))).email,
}));

export const action = hostAction(ConfirmedSchema, async ({ host, id }) => {
  found((await withdrawInvitation(host, id('invitation'))) || null);
  return redirectWith(addressOfInvitations(host.circle.slug), 'invitation-withdrawn');
});

export default function WithdrawInvitation() {
  const { slug, email } = useLoaderData<typeof loader>();
  return (
    <Asking
      title={`Withdraw the invitation to ${email}?`}
      yes="Withdraw it"
      danger
      back={{ to: addressOfInvitations(slug), label: 'Keep it' }}
    >
      Its link stops working at once. Nobody is told.
    </Asking>
  );
}
