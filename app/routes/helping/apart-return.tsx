import { redirect } from '@remix-run/node';
import { viewerButton, viewerLoader } from '#app/access/gates.server.ts';
import { APART } from '#app/mentoring/addresses.ts';
import { putBack } from '#app/mentoring/apart/commands/take-off.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = viewerLoader(() => redirect(APART));

/** Puts one back that was taken off. */
export const action = viewerButton(
  EmptySchema,
  () => APART,
  async ({ viewer, id }) => {
    const back = await putBack(viewer, id('apart'));
    if (!back) return redirectWith(APART, 'apart-gone');
    return redirectWith(APART, back.ok ? 'apart-back' : 'apart-full');
  },
);
