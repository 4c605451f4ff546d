import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfDuties } from '#app/series/rota/addresses.ts';
import { swapDuty } from '#app/series/rota/commands/swap-duty.server.ts';
import { SwappingSchema } from '#app/series/rota/forms.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfDuties(member.circle.slug, id('session'))),
);

/** Exchanges one’s turn for somebody else’s. */
export const action = memberButton(
  SwappingSchema,
  ({ member, id }) => addressOfDuties(member.circle.slug, id('session')),
  async ({ member, id, form }) => {
    const path = addressOfDuties(member.circle.slug, id('session'));
    const done = await swapDuty(member, id('session'), form);
    if (done.ok) return redirectWith(path, 'duty-swapped');
    found(done.reason === 'gone' ? null : true);
    return redirectWith(path, 'duty-changed');
  },
);
