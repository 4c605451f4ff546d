import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { addressOfSeat } from '#app/joining/addresses.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { JoinInvitedSchema } from '#app/joining/forms.ts';
import { joinPageFor } from '#app/joining/queries/join-page.server.ts';
import { JoinView } from '#app/joining/views/join-view.tsx';
import { joinRefusal } from '#app/joining/words.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

/** An invitation sent to the viewer's own address, without its link. */
export const meta = titled('Join a circle');

const keyOf = (
  invitationId: number,
  { email, emailConfirmed }: { email: string; emailConfirmed: boolean },
) => ({
  invitationId,
  // An address that nobody confirmed opens nothing.
  confirmedEmail: emailConfirmed ? email : '',
});

export const loader = viewerLoader(async ({ viewer, id, url }) => {
  const at = found(await joinPageFor(viewer, keyOf(id('invitation'), viewer)));
  if (at.turnedAwayFrom !== undefined || at.archived !== undefined) gone();
  if (at.to !== undefined) throw redirect(at.to);
  return {
    circle: at.page,
    viewer: { name: viewer.name, email: viewer.email },
    path: url.pathname,
  };
});

export const action = viewerAction(JoinInvitedSchema, async ({ viewer, id, form }) => {
  const joined = await joinCircle(viewer, keyOf(id('invitation'), viewer), form.agreementVersion);
  if (!joined.ok) return refuse(joinRefusal(joined.reason));
  return joined.seating.kind === 'seated'
    ? redirectWith(addressOfCircle(joined.slug), 'circle-joined')
    : redirectWith(addressOfSeat(joined.slug), 'line-joined');
});

export default function Invited() {
  return <JoinView {...useLoaderData<typeof loader>()} newcomer={null} />;
}
