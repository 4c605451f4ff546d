import { useLoaderData } from '@remix-run/react';
import { archivedMemberAction, memberLoader } from '#app/access/gates.server.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { ConfirmedSchema } from '#app/circles/forms.ts';
import { leaving } from '#app/circles/rules/circles.ts';
import { LeaveView } from '#app/circles/views/leave-view.tsx';
import { leavingRefusal } from '#app/circles/words/refusals.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Leave the circle');

export const loader = memberLoader(({ member }) => ({
  slug: member.circle.slug,
  circle: member.circle.name,
  may: leaving(member.role, member.circle.taken),
}));

export const action = archivedMemberAction(ConfirmedSchema, async ({ member }) => {
  const left = await leaveCircle(member);
  if (!left.ok) return refuse(leavingRefusal(left.reason));
  return redirectWith('/', 'circle-left');
});

export default function Leave() {
  return <LeaveView {...useLoaderData<typeof loader>()} />;
}
