import { redirect } from '@remix-run/node';
import { viewerButton, viewerLoader } from '#app/access/gates.server.ts';
import { WEEK } from '#app/mentoring/addresses.ts';
import { beginWeek } from '#app/mentoring/week/commands/begin-week.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = viewerLoader(() => redirect(WEEK));

/** Begins this week at once. */
export const action = viewerButton(
  EmptySchema,
  () => WEEK,
  async ({ viewer }) => {
    const began = await beginWeek(viewer);
    return redirectWith(WEEK, began ? 'week-began' : 'week-begun-before');
  },
);
