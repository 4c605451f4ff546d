import { redirect } from '@remix-run/node';
import { adminButton, adminLoader } from '#app/access/gates.server.ts';
import { forgetLetter } from '#app/notifications/commands/dead-letters.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { MAIL } from '#app/site/addresses.ts';

export const loader = adminLoader(() => redirect(MAIL));

/** Forgets a message that was given up. */
export const action = adminButton(
  EmptySchema,
  () => MAIL,
  async ({ admin, id }) => {
    const mail = id('mail');
    await forgetLetter(admin, mail);
    return redirectWith(MAIL, 'mail-forgotten', String(mail));
  },
);
