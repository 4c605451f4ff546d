import { redirect } from '@remix-run/node';
import { viewerButton, viewerLoader } from '#app/access/gates.server.ts';
import { HELPING } from '#app/mentoring/addresses.ts';
import { comeBack } from '#app/mentoring/helping/commands/set-helping.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = viewerLoader(() => redirect(HELPING));

/** Ends a rest. */
export const action = viewerButton(
  EmptySchema,
  () => HELPING,
  async ({ viewer }) => {
    await comeBack(viewer);
    return redirectWith(HELPING, 'helping-back');
  },
);
