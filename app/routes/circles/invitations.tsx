import { useActionData, useLoaderData } from '@remix-run/react';
import { hostAction, hostLoader } from '#app/access/gates.server.ts';
import { invite } from '#app/circles/commands/invite.server.ts';
import { Invite } from '#app/circles/forms.ts';
import { InvitationsView } from '#app/circles/invitations-view.tsx';
import { joinLinkOf, openInvitations } from '#app/circles/queries/openings.server.ts';
import { inviteRefusal } from '#app/circles/refusals.ts';
import { refuse } from '#app/platform/form.server.ts';
import { absolute } from '#app/platform/links.server.ts';
import { titled } from '#app/ui/title.ts';

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
export const action = hostAction(Invite, async ({ host, form }) => {
  const invited = await invite(host, form);
  if (!invited.ok) return refuse(inviteRefusal(invited));
  return {
    sent: { email: form.email, link: invited.token && absolute(`/join/${invited.token}`) },
  };
});

export default function Invitations() {
  const answer = useActionData<typeof action>();
  const sent = answer && 'sent' in answer ? answer.sent : null;
  return <InvitationsView {...useLoaderData<typeof loader>()} sent={sent} />;
}
