import { useActionData, useLoaderData } from '@remix-run/react';
import { hostAction, hostLoader } from '#app/access/gates.server.ts';
import { mailIsKept } from '#app/accounts/queries/site.server.ts';
import { addressOfJoining } from '#app/joining/addresses.ts';
import { invite } from '#app/joining/commands/invite.server.ts';
import { InviteSchema } from '#app/joining/forms.ts';
import { joinLinkOf, openInvitations } from '#app/joining/queries/openings.server.ts';
import { InvitationsView } from '#app/joining/views/invitations-view.tsx';
import { inviteRefusal } from '#app/joining/words.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { absolute } from '#app/platform/links.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Invitations');

export const loader = hostLoader(async ({ host }) => {
  const [invitations, link] = await Promise.all([openInvitations(host), joinLinkOf(host)]);
  return {
    slug: host.circle.slug,
    invitations,
    link,
    timeZone: host.viewer.timeZone,
    submissionKey: crypto.randomUUID(),
  };
});

/** Answers with a page instead of a redirect: the link can be told only now. */
export const action = hostAction(InviteSchema, async ({ host, form }) => {
  const invited = await invite(host, form);
  if (!invited.ok) return refuse(inviteRefusal(invited));
  return {
    sent: {
      email: form.email,
      link: invited.token && absolute(addressOfJoining(invited.token)),
      kept: mailIsKept(),
    },
  };
});

export default function Invitations() {
  const answer = useActionData<typeof action>();
  const sent = answer && 'sent' in answer ? answer.sent : null;
  return <InvitationsView {...useLoaderData<typeof loader>()} sent={sent} />;
}
