import { useActionData, useLoaderData } from '@remix-run/react';
import { hostAction, hostLoader } from '#app/access/gates.server.ts';
import { mailIsKept } from '#app/accounts/queries/site.server.ts';
import { addressOfJoining } from '#app/joining/addresses.ts';
import { invite } from '#app/joining/commands/invite.server.ts';
import { InviteSchema } from '#app/joining/forms.ts';
import { freeSeatsIn, joinLinkOf, openInvitations } from '#app/joining/queries/openings.server.ts';
import { InvitationsView } from '#app/joining/views/invitations-view.tsx';
import { inviteRefusal, listed } from '#app/joining/words.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { absolute } from '#app/platform/links.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Invitations');

export const loader = hostLoader(async ({ host, viewer, peek }) => {
  const [invitations, link, free] = await Promise.all([
    openInvitations(host),
    joinLinkOf(host),
    freeSeatsIn(host),
    markRead({ viewer, peek }, host.circle.slug, ['invitation:*']),
  ]);
  return {
    slug: host.circle.slug,
    invitations,
    link,
    free,
    timeZone: host.viewer.timeZone,
    submissionKey: crypto.randomUUID(),
  };
});

/** Answers with a page instead of a redirect: the links can be told only now. */
export const action = hostAction(InviteSchema, async ({ host, form }) => {
  const { emails, again, ...rest } = form;
  const invited = await invite(host, { ...rest, to: emails, again: again === 'yes' });
  // The next press of the button is another submission, whatever scripts do with this page.
  const next = crypto.randomUUID();
  if (!invited.ok && invited.reason === 'sent-before') {
    const typed = { emails: listed(emails), role: form.role, word: form.word };
    return refusedWith(typed, inviteRefusal(invited), { next });
  }
  if (!invited.ok) return refuse(inviteRefusal(invited));
  const answers = invited.each.map((one) => ({
    ...{ email: one.email, is: one.is, name: 'name' in one ? one.name : '' },
    since: 'since' in one ? one.since.toISOString() : null,
    link: 'token' in one && one.token ? absolute(addressOfJoining(one.token)) : null,
  }));
  const { role, word } = form;
  return { sent: { answers, free: invited.free, role, word, kept: mailIsKept() }, next };
});

export default function Invitations() {
  const { submissionKey, ...loaded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const sent = answer && 'sent' in answer ? answer.sent : null;
  const key = answer && 'next' in answer ? answer.next : submissionKey;
  return <InvitationsView {...loaded} submissionKey={key} sent={sent} />;
}
