import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { addressOfRound } from '#app/mentoring/addresses.ts';
import { askAfterAll, passRound } from '#app/mentoring/rounds/commands/bring-ask.server.ts';
import { PassingSchema } from '#app/mentoring/rounds/forms.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfRound(member.circle.slug, id('session'))),
);

/** Says that the viewer passes, or takes that back. */
export const action = memberButton(
  PassingSchema,
  ({ member, id }) => addressOfRound(member.circle.slug, id('session')),
  async ({ member, form, id }) => {
    const sessionId = id('session');
    const path = addressOfRound(member.circle.slug, sessionId);
    if (form.pass === 'no') {
      await askAfterAll(member, sessionId);
      return redirectWith(path, 'round-unpassed');
    }
    const passed = await passRound(member, sessionId);
    if (passed.ok) return redirectWith(path, 'round-passed');
    const why = { gone: 'round-gone', closed: 'round-closed', sent: 'round-ask-out' } as const;
    return redirectWith(path, why[passed.reason]);
  },
);
