import { redirect } from '@remix-run/node';
import { viewerButton, viewerLoader } from '#app/access/gates.server.ts';
import { BETWEEN_HEARING } from '#app/notifications/hearing/addresses.ts';
import { undoBetweenVolume } from '#app/notifications/hearing/commands/set-between-volume.server.ts';
import { momentBy } from '#app/notifications/hearing/rules/volumes.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = viewerLoader(() => redirect(BETWEEN_HEARING));

/** Takes back what was set at `?at=` (milliseconds). */
export const action = viewerButton(
  EmptySchema,
  () => BETWEEN_HEARING,
  async ({ viewer, url }) => {
    await undoBetweenVolume(viewer, momentBy(url.searchParams.get('at')));
    return redirectWith(BETWEEN_HEARING, 'hears-as-before');
  },
);
