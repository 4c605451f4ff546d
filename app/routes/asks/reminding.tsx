import { redirect } from '@remix-run/node';
import { askerButton, askerLoader } from '#app/access/gates.server.ts';
import { addressOfAsk } from '#app/mentoring/addresses.ts';
import { remindAsker } from '#app/mentoring/offers/commands/remind-asker.server.ts';
import { RemindingSchema } from '#app/mentoring/offers/forms.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = askerLoader(({ asker }) => redirect(addressOfAsk(asker.askId)));

/** Whether the asker hears on the day that a “not now” named. */
export const action = askerButton(
  RemindingSchema,
  ({ asker }) => addressOfAsk(asker.askId),
  async ({ asker, form, id }) => {
    const set = await remindAsker(asker, id('offer'), form);
    const code = form.remind === 'yes' ? 'remind-on' : 'remind-off';
    return redirectWith(addressOfAsk(asker.askId), set.ok ? code : 'offer-gone');
  },
);
