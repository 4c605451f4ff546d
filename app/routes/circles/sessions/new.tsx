import { randomUUID } from 'node:crypto';
import { useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { refuse, refusedWith, shownAgain } from '#app/platform/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { scheduleSession } from '#app/sessions/commands/schedule-session.server.ts';
import { SessionForm as SessionSchema } from '#app/sessions/forms.ts';
import { withCard } from '#app/sessions/queries/add-card.server.ts';
import { firstDefaults, sessionChoices } from '#app/sessions/queries/session-form.server.ts';
import { badChoiceWords } from '#app/sessions/refusal-words.ts';
import { resolveLocalTime } from '#app/sessions/rules/local-time.ts';
import { SessionForm } from '#app/sessions/session-form.tsx';
import { timeWords } from '#app/sessions/time-answer.tsx';
import { Page, PageHead } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const meta = titled('Schedule a session');

export const loader = facilitatorLoader(async ({ facilitator }) => {
  const choices = await sessionChoices(facilitator);
  const defaults = await firstDefaults(facilitator, choices);
  const back = `/circles/${facilitator.circle.slug}/sessions`;
  return { choices, defaults, back, submissionKey: randomUUID() };
});

export const action = facilitatorAction(SessionSchema, async ({ facilitator, form }) => {
  const { slug, timeZone: zone } = facilitator.circle;
  if (form.next) return shownAgain(form.next);
  if (form.addCard !== undefined) {
    const next = await withCard(form.draft, form.addCard);
    return next ? shownAgain(next) : refuse({ agenda: 'Choose a card from the list first.' });
  }
  if (form.check) {
    const { choice } = form.check;
    const resolved = resolveLocalTime({ ...form.check, zone }, { now: new Date(), choice });
    const draft = { ...form.draft, step: '' };
    if (resolved.ok) return shownAgain(draft);
    return refusedWith(draft, { time: timeWords(resolved, zone) }, { resolved });
  }
  const { submissionKey } = form;
  const made = await scheduleSession(facilitator, { ...form.session, submissionKey });
  if (made.ok) {
    return redirectWith(`/circles/${slug}/sessions/${made.sessionId}`, 'session-scheduled');
  }
  if (made.reason !== 'time') return refuse(badChoiceWords(made));
  const { resolved } = made;
  return refusedWith(form.draft, { time: timeWords(resolved, zone) }, { resolved });
});

export default function NewSession() {
  const { choices, defaults, back, submissionKey } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHead title="Schedule a session" />
      <SessionForm
        choices={choices}
        defaults={defaults}
        submissionKey={submissionKey}
        back={back}
      />
    </Page>
  );
}
