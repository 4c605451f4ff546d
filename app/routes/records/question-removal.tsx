import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { takeBackQuestion } from '#app/records/questions/commands/bring-question.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';

export const loader = memberLoader(async ({ member, id }) => {
  found(await sessionOf(member, id('session')));
  return redirect(addressOfSession(member.circle.slug, id('session')));
});

/** Takes the question that the viewer brings back. */
export const action = memberButton(
  EmptySchema,
  ({ member, id }) => addressOfSession(member.circle.slug, id('session')),
  async ({ member, id }) => {
    const sessionId = id('session');
    const { slug } = member.circle;
    const path = addressOfSession(slug, sessionId);
    const done = await takeBackQuestion(member, sessionId);
    if (done.ok) return redirectWith(path, 'question-taken-back', `${slug}/${sessionId}`);
    found(await sessionOf(member, sessionId));
    return redirect(path, 303);
  },
);
