import { useActionData, useLoaderData } from '@remix-run/react';
import { hostAction, hostLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { mailIsKept } from '#app/accounts/queries/site.server.ts';
import { ConfirmedSchema } from '#app/circles/forms.ts';
import { addressOfInvitations, addressOfJoining } from '#app/joining/addresses.ts';
import { resendInvitation } from '#app/joining/commands/open-invitation.server.ts';
import { openInvitation } from '#app/joining/queries/openings.server.ts';
import { SentNotice } from '#app/joining/views/sent-notice.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Send the invitation again');

export const loader = hostLoader(async ({ host, id }) => ({
  slug: host.circle.slug,
  email: found(await openInvitation(host, id('invitation'))).email,
}));

/** Answers with a page instead of a redirect: the link can be told only now. */
export const action = hostAction(ConfirmedSchema, async ({ host, id }) => {
  const token = found(await resendInvitation(host, id('invitation')));
  return { link: absolute(addressOfJoining(token)), kept: mailIsKept() };
});

export default function ResendInvitation() {
  const { slug, email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = { to: addressOfInvitations(slug), label: 'Back to the invitations' };
  if (answer && 'link' in answer) {
    return (
      <Page width="narrow">
        <PageHead title="Sent again" lede="Links sent before no longer work." />
        <SentNotice sent={{ email, link: answer.link, kept: answer.kept }} />
        <ButtonLink to={back.to}>{back.label}</ButtonLink>
      </Page>
    );
  }
  return (
    <Asking title={`Send the invitation to ${email} again?`} yes="Send it again" back={back}>
      They get a new link, good for two weeks. Links sent before stop working.
    </Asking>
  );
}
