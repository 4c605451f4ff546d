import { redirect } from '@remix-run/node';
import { adminButton, adminLoader } from '#app/access/gates.server.ts';
import { keepLetter } from '#app/notifications/commands/dead-letters.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { MAIL } from '#app/site/addresses.ts';

export const loader = adminLoader(() => redirect(MAIL));

/** Takes back that a message was forgotten. */
export const action = adminButton(
  EmptySchema,
  () => MAIL,
  async ({ admin, id }) => {
    await keepLetter(admin, id('mail'));
    return redirectWith(MAIL, 'mail-kept');
  },
);
