import { redirect } from '@remix-run/node';
import { archivedMemberButton, memberLoader } from '#app/access/gates.server.ts';
import { addressOfHearing } from '#app/notifications/hearing/addresses.ts';
import { setVolume } from '#app/notifications/hearing/commands/set-volume.server.ts';
import { VolumeSchema } from '#app/notifications/hearing/forms.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = memberLoader(({ member }) => redirect(addressOfHearing(member.circle.slug)));

/** How much mail the viewer wants of a circle. */
export const action = archivedMemberButton(
  VolumeSchema,
  ({ member }) => addressOfHearing(member.circle.slug),
  async ({ member, form: { volume } }) => {
    const { slug } = member.circle;
    const at = await setVolume(member, volume);
    return at
      ? redirectWith(addressOfHearing(slug), `hears-${volume}`, `${slug}/${at.getTime()}`)
      : redirectWith(addressOfHearing(slug), 'hears-the-same');
  },
);
