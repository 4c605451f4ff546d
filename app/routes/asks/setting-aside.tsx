import { redirect } from '@remix-run/node';
import { askerButton, askerLoader } from '#app/access/gates.server.ts';
import { addressOfAsk } from '#app/mentoring/addresses.ts';
import { setAside } from '#app/mentoring/offers/commands/set-aside.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = askerLoader(({ asker }) => redirect(addressOfAsk(asker.askId)));

/** Thanks somebody who offered: not this time. */
export const action = askerButton(
  EmptySchema,
  ({ asker }) => addressOfAsk(asker.askId),
  async ({ asker, id }) => {
    const done = await setAside(asker, id('offer'));
    return redirectWith(addressOfAsk(asker.askId), done.ok ? 'offer-set-aside' : 'offer-gone');
  },
);
