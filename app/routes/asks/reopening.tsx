import { redirect } from '@remix-run/node';
import { askerButton, askerLoader } from '#app/access/gates.server.ts';
import { ASKS } from '#app/mentoring/addresses.ts';
import { reopenAsk } from '#app/mentoring/asks/commands/close-ask.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = askerLoader(() => redirect(ASKS));

/** Opens a closed ask again. */
export const action = askerButton(
  EmptySchema,
  () => ASKS,
  async ({ asker }) => {
    await reopenAsk(asker);
    return redirectWith(ASKS, 'ask-reopened');
  },
);
