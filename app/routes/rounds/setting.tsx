import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfRound } from '#app/mentoring/addresses.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { setRound } from '#app/sessions/agenda/commands/set-round.server.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfRound(member.circle.slug, id('session'))),
);

/** Makes the session one at which everybody asks. */
export const action = memberButton(
  EmptySchema,
  ({ member, id }) => addressOfRound(member.circle.slug, id('session')),
  async ({ member, id }) => {
    const sessionId = id('session');
    const { slug } = member.circle;
    const set = await setRound(member, sessionId);
    const path = addressOfRound(slug, sessionId);
    if (set.ok) return redirectWith(path, 'round-set', `${slug}/sessions/${sessionId}`);
    found(set.reason === 'gone' ? null : true);
    if (set.reason === 'full') {
      return redirectWith(`${addressOfSession(slug, sessionId)}/edit`, 'round-full');
    }
    return redirectWith(path, set.reason === 'closed' ? 'round-closed' : 'round-not-yours');
  },
);
