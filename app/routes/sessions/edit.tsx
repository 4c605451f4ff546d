import type { LinksFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import cardStyles from '#app/cards/cards.css?url';
import { CardsForAgenda, FieldsForAgenda } from '#app/cards/finding/views/cards-for-agenda.tsx';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfCardsFor, addressOfSession } from '#app/sessions/addresses.ts';
import { SessionSchema } from '#app/sessions/forms.ts';
import type { SessionView } from '#app/sessions/queries/session-view.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { canChange } from '#app/sessions/rules/session.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { afterStep, notThatTime } from '#app/sessions/schedule/queries/form-steps.server.ts';
import { defaultsOf, sessionChoices } from '#app/sessions/schedule/queries/session-form.server.ts';
import { CARD_FIELDS } from '#app/sessions/schedule/rules/session-draft.ts';
import { SavedSession } from '#app/sessions/schedule/views/saved-session.tsx';
import { SessionForm } from '#app/sessions/schedule/views/session-form.tsx';
import {
  badChoiceWords,
  sessionChangedMeanwhile,
  sessionClosed,
} from '#app/sessions/schedule/words.ts';
import styles from '#app/sessions/sessions.css?url';
import { ClosedSession } from '#app/sessions/views/closed-session.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'Change the session';

export const links: LinksFunction = () =>
  [styles, cardStyles].map((href) => ({ rel: 'stylesheet', href }));

export const meta = titled(TITLE);

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const session = found(await sessionOf(facilitator, id('session')));
  const { slug, name, timeZone } = facilitator.circle;
  return {
    form: {
      choices: await sessionChoices(facilitator),
      defaults: defaultsOf(session, timeZone),
      version: session.version,
      back: addressOfSession(slug, session.id),
      from: addressOfCardsFor(slug, session.id),
      circle: { slug, name },
    },
    closed: !canChange(session, new Date()),
    session: { state: session.state, cancelled: session.cancelled },
  };
});

export const action = facilitatorAction(SessionSchema, async ({ facilitator, form, id }) => {
  const sessionId = id('session');
  const { slug } = facilitator.circle;
  if (!form.session) return afterStep(form, facilitator);
  const { session, version, draft } = form;
  const changed = await changeSession(facilitator, sessionId, { ...session, version });
  if (changed.ok) {
    const code = changed.moved ? 'session-moved' : 'saved';
    return redirectWith(addressOfSession(slug, sessionId), code);
  }
  if (changed.reason === 'time') return notThatTime(draft, changed.resolved);
  if (changed.reason === 'year') return refuse({ date: changed.doubt });
  if (changed.reason === 'closed') {
    return refuse({ '': sessionClosed });
  }
  if (changed.reason !== 'gone' && changed.reason !== 'changed-meanwhile') {
    return refuse(badChoiceWords(changed));
  }
  const saved = found(changed.reason === 'gone' ? null : await sessionOf(facilitator, sessionId));
  return refusedWith(
    { ...draft, version: String(saved.version) },
    { '': sessionChangedMeanwhile },
    { saved },
  );
});

export default function EditSession() {
  const { form, closed, session } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  const reply = useActionData<typeof action>() as { saved?: SessionView } | undefined;
  // What was typed before it closed is shown again, with the reason.
  if (closed && !reply) {
    return (
      <ClosedSession session={session} title={TITLE} stays="it stays as it was" back={form.back} />
    );
  }
  const saved = reply?.saved;
  return (
    <Page>
      <PageHead
        title={TITLE}
        lede={mail(
          'A new time, length or place is told to everyone else by mail.',
          'No mail leaves this site yet: tell the others of a new time, length or place yourself.',
        )}
      />
      {saved && <SavedSession session={saved} zone={form.choices.zone} />}
      <SessionForm
        {...form}
        cards={{
          from: form.from,
          fields: (found) => (
            <FieldsForAgenda found={found} circle={form.circle} names={CARD_FIELDS} />
          ),
          results: (found, controls) => <CardsForAgenda found={found} {...controls} />,
        }}
      />
    </Page>
  );
}
