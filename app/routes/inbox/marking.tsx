import { redirect } from '@remix-run/node';
import { viewerButton, viewerLoader } from '#app/access/gates.server.ts';
import { INBOX } from '#app/notifications/inbox/addresses.ts';
import { markInboxRead } from '#app/notifications/inbox/commands/mark-all-read.server.ts';
import { MarkInboxSchema } from '#app/notifications/inbox/forms.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = viewerLoader(() => redirect(INBOX));

/** Marks as read what was new on the viewer's inbox when they looked at it. */
export const action = viewerButton(
  MarkInboxSchema,
  () => INBOX,
  async ({ viewer, form }) => {
    const at = await markInboxRead(viewer, form);
    return at
      ? redirectWith(INBOX, 'inbox-read', String(at.getTime()))
      : redirectWith(INBOX, 'inbox-none-new');
  },
);
