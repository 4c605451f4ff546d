import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { restoreSession } from '#app/sessions/schedule/commands/restore-session.server.ts';
import { restoredTooLate } from '#app/sessions/schedule/words.ts';
import { dayAndTime } from '#app/time/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Hold the session after all');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const { startsAt, cancelled } = found(await sessionOf(facilitator, id('session')));
  const path = addressOfSession(facilitator.circle.slug, id('session'));
  if (!cancelled) throw redirect(path);
  return { when: dayAndTime(startsAt, clocksOf(facilitator).zone), path };
});

export const action = facilitatorAction(EmptySchema, async ({ facilitator, id }) => {
  const restored = await restoreSession(facilitator, id('session'));
  if (restored.ok) {
    const path = addressOfSession(facilitator.circle.slug, id('session'));
    return redirectWith(path, 'session-restored');
  }
  found(restored.reason === 'gone' ? null : true);
  return refuse({ '': restoredTooLate });
});

export default function RestoreSession() {
  const { when, path } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  return (
    <Question
      question="Hold it after all?"
      lede={`On ${when}, as it was set. What was answered counts again. ${mail('Everyone else is told by mail.')}`}
      back={path}
    >
      <Button variant="primary">Hold it</Button>
    </Question>
  );
}
