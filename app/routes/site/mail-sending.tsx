import { redirect } from '@remix-run/node';
import { adminButton, adminLoader } from '#app/access/gates.server.ts';
import { sendAgain } from '#app/notifications/commands/dead-letters.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { MAIL } from '#app/site/addresses.ts';

export const loader = adminLoader(() => redirect(MAIL));

/** Has a message that was given up tried again. */
export const action = adminButton(
  EmptySchema,
  () => MAIL,
  async ({ admin, id }) => {
    await sendAgain(admin, id('mail'));
    return redirectWith(MAIL, 'mail-tried-again');
  },
);
