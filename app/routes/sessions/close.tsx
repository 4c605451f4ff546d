import { useLoaderData } from '@remix-run/react';
import { runnerAction, runnerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { closeSession } from '#app/sessions/schedule/commands/close-session.server.ts';
import { notToClose } from '#app/sessions/schedule/words.ts';
import { dayAndTime } from '#app/time/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Close the session');

export const loader = runnerLoader(async ({ runner }) => {
  const { startsAt } = found(await sessionOf(runner, runner.sessionId));
  return {
    when: dayAndTime(startsAt, clocksOf(runner).zone),
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
  const { when, back } = useLoaderData<typeof loader>();
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
