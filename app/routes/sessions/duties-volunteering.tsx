import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfDuties } from '#app/series/rota/addresses.ts';
import { volunteer } from '#app/series/rota/commands/volunteer.server.ts';
import { VolunteeringSchema } from '#app/series/rota/forms.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfDuties(member.circle.slug, id('session'))),
);

/** Takes on what nobody has. */
export const action = memberButton(
  VolunteeringSchema,
  ({ member, id }) => addressOfDuties(member.circle.slug, id('session')),
  async ({ member, id, form }) => {
    const path = addressOfDuties(member.circle.slug, id('session'));
    const done = await volunteer(member, id('session'), form);
    if (done.ok) return redirectWith(path, 'duty-yours');
    found(done.reason === 'gone' ? null : true);
    return redirectWith(path, done.reason === 'closed' ? 'duty-closed' : 'duty-taken');
  },
);
