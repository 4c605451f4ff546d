import { redirect } from '@remix-run/node';
import { viewerButton, viewerLoader } from '#app/access/gates.server.ts';
import { APART } from '#app/mentoring/addresses.ts';
import { takeOff } from '#app/mentoring/apart/commands/take-off.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = viewerLoader(() => redirect(APART));

/** Takes one off the list; the notice puts it back. */
export const action = viewerButton(
  EmptySchema,
  () => APART,
  async ({ viewer, id }) => {
    const entry = id('apart');
    const off = await takeOff(viewer, entry);
    return off
      ? redirectWith(APART, 'apart-off', String(entry))
      : redirectWith(APART, 'apart-gone');
  },
);
