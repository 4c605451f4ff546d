import { redirect } from '@remix-run/node';
import { viewerButton, viewerLoader } from '#app/access/gates.server.ts';
import { WEEK } from '#app/mentoring/addresses.ts';
import { stopAsking } from '#app/mentoring/week/commands/set-rhythm.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = viewerLoader(() => redirect(WEEK));

export const action = viewerButton(
  EmptySchema,
  () => WEEK,
  async ({ viewer }) => {
    await stopAsking(viewer);
    return redirectWith(WEEK, 'week-stopped');
  },
);
