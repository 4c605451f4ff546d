import { useActionData, useLoaderData } from '@remix-run/react';
import { runnerAction, runnerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { canClose } from '#app/sessions/rules/session.ts';
import { closeSession } from '#app/sessions/schedule/commands/close-session.server.ts';
import { notToClose } from '#app/sessions/schedule/words.ts';
import { ClosedSession } from '#app/sessions/views/closed-session.tsx';
import { dayAndTime } from '#app/time/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'Close the session';

export const meta = titled(TITLE);

export const loader = runnerLoader(async ({ runner }) => {
  const session = found(await sessionOf(runner, runner.sessionId));
  const { startsAt, state, cancelled, closed } = session;
  return {
    when: dayAndTime(startsAt, clocksOf(runner).zone),
    session: { state, cancelled },
    canClose: canClose(session, new Date()) && !closed,
    back: addressOfSession(runner.circle.slug, runner.sessionId),
  };
});

export const action = runnerAction(EmptySchema, async ({ runner }) => {
  const { slug } = runner.circle;
  const closed = await closeSession(runner);
  if (closed.ok) {
    const param = `${slug}/sessions/${runner.sessionId}`;
    return redirectWith(addressOfSession(slug, runner.sessionId), 'session-closed', param);
  }
  found(closed.reason === 'gone' ? null : true);
  return refuse({ '': notToClose });
});

export default function CloseSession() {
  const { when, session, canClose, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() !== undefined;
  if (!canClose && !refused) {
    const stays = 'there is nothing to close';
    return <ClosedSession session={session} title={TITLE} stays={stays} back={back} />;
  }
  return (
    <Question
      about={when}
      question="Is it over?"
      lede="It closes by itself some hours after its end, too."
      back={back}
    >
      <Button variant="primary">It’s over</Button>
    </Question>
  );
}
