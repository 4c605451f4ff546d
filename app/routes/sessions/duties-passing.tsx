import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { notFound } from '#app/access/refusals.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfDuties } from '#app/series/rota/addresses.ts';
import { passDuty } from '#app/series/rota/commands/pass-duty.server.ts';
import { PassingSchema } from '#app/series/rota/forms.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfDuties(member.circle.slug, id('session'))),
);

/** Passes on what one has, or passes somebody over. */
export const action = memberButton(
  PassingSchema,
  ({ member, id }) => addressOfDuties(member.circle.slug, id('session')),
  async ({ member, id, form }) => {
    const path = addressOfDuties(member.circle.slug, id('session'));
    const done = await passDuty(member, id('session'), form);
    if (done.ok) return redirectWith(path, done.next ? 'duty-passed' : 'duty-nobody');
    const { reason } = done;
    if (reason === 'gone') throw notFound();
    return redirectWith(path, `duty-${reason}`);
  },
);
