import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfRound } from '#app/mentoring/addresses.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { takeOffRound } from '#app/sessions/agenda/commands/set-round.server.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfRound(member.circle.slug, id('session'))),
);

/** Takes the round off the session again. */
export const action = memberButton(
  EmptySchema,
  ({ member, id }) => addressOfRound(member.circle.slug, id('session')),
  async ({ member, id }) => {
    const sessionId = id('session');
    const { slug } = member.circle;
    const taken = await takeOffRound(member, sessionId);
    if (taken.ok) {
      const param = `${slug}/sessions/${sessionId}`;
      return redirectWith(addressOfSession(slug, sessionId), 'round-taken-off', param);
    }
    found(taken.reason === 'gone' ? null : true);
    const why = {
      read: 'round-stays',
      closed: 'round-closed',
      'not-yours': 'round-not-yours',
    } as const;
    const { reason } = taken;
    const code = reason === 'gone' ? 'round-gone' : why[reason];
    return redirectWith(addressOfRound(slug, sessionId), code);
  },
);
