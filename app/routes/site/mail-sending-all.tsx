import { redirect } from '@remix-run/node';
import { adminButton, adminLoader } from '#app/access/gates.server.ts';
import { sendAllAgain } from '#app/notifications/commands/dead-letters.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { MAIL } from '#app/site/addresses.ts';

export const loader = adminLoader(() => redirect(MAIL));

/** Has all messages that were given up tried again. */
export const action = adminButton(
  EmptySchema,
  () => MAIL,
  async ({ admin }) => {
    await sendAllAgain(admin);
    return redirectWith(MAIL, 'all-mail-tried-again');
  },
);
