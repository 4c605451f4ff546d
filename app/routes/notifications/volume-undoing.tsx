import { redirect } from '@remix-run/node';
import { archivedMemberButton, memberLoader } from '#app/access/gates.server.ts';
import { addressOfHearing } from '#app/notifications/hearing/addresses.ts';
import { undoVolume } from '#app/notifications/hearing/commands/set-volume.server.ts';
import { momentBy } from '#app/notifications/hearing/rules/volumes.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = memberLoader(({ member }) => redirect(addressOfHearing(member.circle.slug)));

/** Takes back what was set at `?at=` (milliseconds). */
export const action = archivedMemberButton(
  EmptySchema,
  ({ member }) => addressOfHearing(member.circle.slug),
  async ({ member, url }) => {
    await undoVolume(member, momentBy(url.searchParams.get('at')));
    return redirectWith(addressOfHearing(member.circle.slug), 'hears-as-before');
  },
);
