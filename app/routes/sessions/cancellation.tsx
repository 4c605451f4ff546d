import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { CancellationSchema } from '#app/sessions/forms.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { canCancel } from '#app/sessions/rules/session.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { begunAlready } from '#app/sessions/schedule/words.ts';
import { ClosedSession } from '#app/sessions/views/closed-session.tsx';
import { dayAndTime } from '#app/time/words.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { TextArea } from '#app/ui/forms/field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Cancel the session');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const session = found(await sessionOf(facilitator, id('session')));
  return {
    when: dayAndTime(session.startsAt, clocksOf(facilitator).zone),
    session: { state: session.state, cancelled: session.cancelled },
    closed: !canCancel(session, new Date()),
    back: addressOfSession(facilitator.circle.slug, session.id),
  };
});

export const action = facilitatorAction(CancellationSchema, async ({ facilitator, form, id }) => {
  const sessionId = id('session');
  const cancelled = await cancelSession(facilitator, sessionId, form);
  const path = addressOfSession(facilitator.circle.slug, sessionId);
  if (cancelled.ok) {
    const param = `${facilitator.circle.slug}/sessions/${sessionId}`;
    return redirectWith(path, 'session-cancelled', param);
  }
  found(cancelled.reason === 'gone' ? null : true);
  return refuse({ '': begunAlready });
});

export default function CancelSession() {
  const { when, session, closed, back } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  const refused = useActionData<typeof action>() !== undefined;
  if (closed && !refused) {
    const stays = session.cancelled
      ? 'there is nothing left to do'
      : 'it cannot be cancelled any more';
    return (
      <ClosedSession session={session} title="Cancel the session?" stays={stays} back={back} />
    );
  }
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={when}
        title="Cancel the session?"
        lede={`${mail('Everyone else is told by mail, with your reason.')} Until it was to begin you can still hold it after all.`}
      />
      <PostForm>
        <TextArea
          name="reason"
          label="Why"
          hint="A sentence is enough. It stays on the session’s page."
          rows={3}
          maxLength={500}
          required
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="danger">Cancel the session</Button>
          <ButtonLink to={back} variant="quiet">
            Keep it
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
