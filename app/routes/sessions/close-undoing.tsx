import { redirect } from '@remix-run/node';
import { memberLoader, runnerButton } from '#app/access/gates.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { reopenSession } from '#app/sessions/schedule/commands/close-session.server.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfSession(member.circle.slug, id('session'))),
);

/** Takes back that a session is over. */
export const action = runnerButton(
  EmptySchema,
  ({ runner }) => addressOfSession(runner.circle.slug, runner.sessionId),
  async ({ runner }) => {
    const opened = await reopenSession(runner);
    const path = addressOfSession(runner.circle.slug, runner.sessionId);
    return redirectWith(path, opened.ok ? 'session-reopened' : 'session-stays-closed');
  },
);
