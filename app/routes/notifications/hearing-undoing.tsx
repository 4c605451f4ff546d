import { redirect } from '@remix-run/node';
import { viewerButton, viewerLoader } from '#app/access/gates.server.ts';
import { HEARING } from '#app/notifications/hearing/addresses.ts';
import { setHours } from '#app/notifications/hearing/commands/set-hours.server.ts';
import { hoursByAddress } from '#app/notifications/hearing/rules/hours.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = viewerLoader(() => redirect(HEARING));

/** Brings back the hours of `?hours=`, where nothing else was saved since. */
export const action = viewerButton(
  EmptySchema,
  () => HEARING,
  async ({ viewer, url }) => {
    const hours = hoursByAddress(url.searchParams.get('hours'));
    const undone = hours && (await setHours(viewer, hours));
    return redirectWith(HEARING, undone?.ok ? 'hears-as-before' : 'hours-changed-since');
  },
);
