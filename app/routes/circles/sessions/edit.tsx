import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refuse, refusedWith, shownAgain } from '#app/platform/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { changeSession } from '#app/sessions/commands/change-session.server.ts';
import { SessionForm as SessionSchema } from '#app/sessions/forms.ts';
import { withCard } from '#app/sessions/queries/add-card.server.ts';
import { defaultsOf, sessionChoices } from '#app/sessions/queries/session-form.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { badChoiceWords } from '#app/sessions/refusal-words.ts';
import { SavedSession } from '#app/sessions/saved-session.tsx';
import { SessionForm } from '#app/sessions/session-form.tsx';
import type { SessionView } from '#app/sessions/session-view.ts';
import { timeWords } from '#app/sessions/time-answer.tsx';
import { Page, PageHead } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const meta = titled('Change the session');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const session = found(await sessionOf(facilitator, id('session')));
  const { slug, timeZone } = facilitator.circle;
  return {
    choices: await sessionChoices(facilitator),
    defaults: defaultsOf(session, timeZone),
    version: session.version,
    back: `/circles/${slug}/sessions/${session.id}`,
    closed: session.cancelled !== null || session.state === 'past',
  };
});

export const action = facilitatorAction(SessionSchema, async ({ facilitator, form, id }) => {
  const sessionId = id('session');
  const { slug, timeZone: zone } = facilitator.circle;
  if (form.next) return shownAgain(form.next);
  if (form.check) return shownAgain({ ...form.draft, step: '' });
  if (form.addCard !== undefined) {
    const next = await withCard(form.draft, form.addCard);
    return next ? shownAgain(next) : refuse({ agenda: 'Choose a card from the list first.' });
  }
  const { session, version, draft } = form;
  const changed = await changeSession(facilitator, sessionId, { ...session, version });
  if (changed.ok) {
    const code = changed.moved ? 'session-moved' : 'saved';
    return redirectWith(`/circles/${slug}/sessions/${sessionId}`, code);
  }
  if (changed.reason === 'time') {
    const { resolved } = changed;
    return refusedWith(draft, { time: timeWords(resolved, zone) }, { resolved });
  }
  if (changed.reason === 'closed') {
    return refuse({ '': 'This session is over or cancelled, so it stays as it was.' });
  }
  if (changed.reason !== 'gone' && changed.reason !== 'changed-meanwhile') {
    return refuse(badChoiceWords(changed));
  }
  const saved = found(changed.reason === 'gone' ? null : await sessionOf(facilitator, sessionId));
  return refusedWith(
    { ...draft, version: String(saved.version) },
    { '': 'Someone changed this session while you did. Nothing is lost: both are here.' },
    { saved },
  );
});

export default function EditSession() {
  const { choices, defaults, version, back, closed } = useLoaderData<typeof loader>();
  const saved = (useActionData<typeof action>() as { saved?: SessionView } | undefined)?.saved;
  return (
    <Page>
      <PageHead
        title="Change the session"
        lede={
          closed
            ? 'It is over or cancelled: it stays as it was.'
            : 'A new time, length or place is told to everyone by mail.'
        }
      />
      {saved && <SavedSession session={saved} zone={choices.zone} />}
      <SessionForm choices={choices} defaults={defaults} version={version} back={back} />
    </Page>
  );
}
