import { redirect } from '@remix-run/node';
import { askerButton, askerLoader } from '#app/access/gates.server.ts';
import { addressOfAsk, addressOfConversation } from '#app/mentoring/addresses.ts';
import { takeOffer } from '#app/mentoring/offers/commands/take-offer.server.ts';
import { TakingSchema } from '#app/mentoring/offers/forms.ts';
import { notTaken } from '#app/mentoring/offers/words.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = askerLoader(({ asker }) => redirect(addressOfAsk(asker.askId)));

/** Takes an offer up. */
export const action = askerButton(
  TakingSchema,
  ({ asker }) => addressOfAsk(asker.askId),
  async ({ asker, form, id }) => {
    const taken = await takeOffer(asker, id('offer'), form);
    if (!taken.ok) return redirectWith(addressOfAsk(asker.askId), notTaken[taken.reason]);
    return redirectWith(addressOfConversation(taken.conversationId), 'offer-taken');
  },
);
