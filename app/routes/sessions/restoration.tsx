import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { canRestore } from '#app/sessions/rules/session.ts';
import { restoreSession } from '#app/sessions/schedule/commands/restore-session.server.ts';
import { restoredTooLate } from '#app/sessions/schedule/words.ts';
import { ClosedSession } from '#app/sessions/views/closed-session.tsx';
import { dayAndTime } from '#app/time/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'Hold the session after all';

export const meta = titled(TITLE);

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const session = found(await sessionOf(facilitator, id('session')));
  const { startsAt, state, cancelled } = session;
  const path = addressOfSession(facilitator.circle.slug, id('session'));
  if (!cancelled) throw redirect(path);
  return {
    when: dayAndTime(startsAt, clocksOf(facilitator).zone),
    session: { state, cancelled },
    canRestore: canRestore(session, new Date()),
    path,
  };
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
  const { when, session, canRestore, path } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  const refused = useActionData<typeof action>() !== undefined;
  if (!canRestore && !refused) {
    const stays = 'it was to begin before now, and stays so';
    return <ClosedSession session={session} title={TITLE} stays={stays} back={path} />;
  }
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
