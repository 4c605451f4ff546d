import { redirect } from '@remix-run/node';
import { adminButton, adminLoader } from '#app/access/gates.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { MAIL } from '#app/site/addresses.ts';
import { testMail } from '#app/site/commands/test-mail.server.ts';

export const loader = adminLoader(() => redirect(MAIL));

/** Sends the administrator a message, so that they see whether mail arrives. */
export const action = adminButton(
  EmptySchema,
  () => MAIL,
  async ({ admin }) => {
    await testMail(admin);
    return redirectWith(MAIL, 'mail-tested');
  },
);
