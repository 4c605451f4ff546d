import { redirect } from '@remix-run/node';
import { askReaderOf } from '#app/access/asks.server.ts';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { addressOfRound } from '#app/mentoring/addresses.ts';
import { helpInRound } from '#app/mentoring/rounds/commands/help-in-round.server.ts';
import { RoundHelpSchema } from '#app/mentoring/rounds/forms.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfRound(member.circle.slug, id('session'))),
);

/** Says that the viewer can help with what is read, or takes that back. */
export const action = memberButton(
  RoundHelpSchema,
  ({ member, id }) => addressOfRound(member.circle.slug, id('session')),
  async ({ member, viewer, form, id }) => {
    const path = addressOfRound(member.circle.slug, id('session'));
    const helps = form.help === 'yes';
    const reader = await askReaderOf(viewer, form.ask);
    const said = reader && (await helpInRound(member, id('session'), reader, helps));
    if (!said?.ok) return redirectWith(path, 'round-help-late');
    return redirectWith(path, helps ? 'round-help' : 'round-help-back');
  },
);
