import { redirect } from '@remix-run/node';
import { memberLoader, runnerButton } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { takeOff } from '#app/recipes/commands/take-off.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfSession(member.circle.slug, id('session'))),
);

/** Takes a recipe off the agenda again. */
export const action = runnerButton(
  EmptySchema,
  ({ runner }) => addressOfSession(runner.circle.slug, runner.sessionId),
  async ({ runner, id }) => {
    const done = await takeOff(runner, id('use'));
    const path = addressOfSession(runner.circle.slug, runner.sessionId);
    if (done.ok) return redirectWith(path, done.stays > 0 ? 'recipe-partly-off' : 'recipe-off');
    found(done.reason === 'gone' ? null : true);
    return redirectWith(path, 'recipe-stays');
  },
);
