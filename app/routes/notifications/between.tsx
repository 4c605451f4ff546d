import { redirect } from '@remix-run/node';
import { viewerButton, viewerLoader } from '#app/access/gates.server.ts';
import { BETWEEN_HEARING } from '#app/notifications/hearing/addresses.ts';
import { setBetweenVolume } from '#app/notifications/hearing/commands/set-between-volume.server.ts';
import { BetweenVolumeSchema } from '#app/notifications/hearing/forms.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = viewerLoader(() => redirect(BETWEEN_HEARING));

/** How much mail the viewer wants of asks and conversations. */
export const action = viewerButton(
  BetweenVolumeSchema,
  () => BETWEEN_HEARING,
  async ({ viewer, form: { volume } }) => {
    const at = await setBetweenVolume(viewer, volume);
    return at
      ? redirectWith(BETWEEN_HEARING, `hears-${volume}`, `~/${at.getTime()}`)
      : redirectWith(BETWEEN_HEARING, 'hears-the-same');
  },
);
