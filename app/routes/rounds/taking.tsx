import { redirect } from '@remix-run/node';
import { askerOf } from '#app/access/asks.server.ts';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { addressOfRound } from '#app/mentoring/addresses.ts';
import { takeOffer } from '#app/mentoring/offers/commands/take-offer.server.ts';
import { RoundTakingSchema } from '#app/mentoring/rounds/forms.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfRound(member.circle.slug, id('session'))),
);

/** Takes up an offer to the viewer's ask, and stays in the round. */
export const action = memberButton(
  RoundTakingSchema,
  ({ member, id }) => addressOfRound(member.circle.slug, id('session')),
  async ({ member, viewer, form, id }) => {
    const path = addressOfRound(member.circle.slug, id('session'));
    const asker = await askerOf(viewer, form.ask);
    if (!asker) return redirectWith(path, 'round-offer-gone');
    const taken = await takeOffer(asker, form.offer, { keep: form.keep });
    if (taken.ok) return redirectWith(path, 'round-taken');
    const why = {
      gone: 'round-offer-gone',
      away: 'round-offer-gone',
      full: 'round-offer-full',
      closed: 'round-offer-closed',
    } as const;
    return redirectWith(path, why[taken.reason]);
  },
);
