import { redirect } from '@remix-run/node';
import { viewerButton, viewerLoader } from '#app/access/gates.server.ts';
import { INBOX } from '#app/notifications/inbox/addresses.ts';
import { unmarkInboxRead } from '#app/notifications/inbox/commands/mark-all-read.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = viewerLoader(() => redirect(INBOX));

/** Takes back what was marked as read in one go, at `?at=` (milliseconds). */
export const action = viewerButton(
  EmptySchema,
  () => INBOX,
  async ({ viewer, url: { searchParams } }) => {
    const at = /^\d{1,15}$/.exec(searchParams.get('at') ?? '')?.[0];
    await unmarkInboxRead(viewer, new Date(Number(at ?? 0)));
    return redirectWith(INBOX, 'inbox-new-again');
  },
);
