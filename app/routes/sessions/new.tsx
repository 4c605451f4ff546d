import { randomUUID } from 'node:crypto';
import type { LinksFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import cardStyles from '#app/cards/cards.css?url';
import { CardsForAgenda, FieldsForAgenda } from '#app/cards/finding/views/cards-for-agenda.tsx';
import { refuse, refuseAsOld, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { RECIPES } from '#app/recipes/addresses.ts';
import { addressOfCardsFor, addressOfSession, addressOfSessions } from '#app/sessions/addresses.ts';
import { SessionSchema } from '#app/sessions/forms.ts';
import type { SessionView } from '#app/sessions/queries/session-view.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { scheduleSession } from '#app/sessions/schedule/commands/schedule-session.server.ts';
import { afterStep, notThatTime } from '#app/sessions/schedule/queries/form-steps.server.ts';
import {
  firstDefaults,
  sessionChoices,
} from '#app/sessions/schedule/queries/session-form.server.ts';
import { CARD_FIELDS } from '#app/sessions/schedule/rules/session-draft.ts';
import { SessionForm } from '#app/sessions/schedule/views/session-form.tsx';
import { badChoiceWords, savedBefore } from '#app/sessions/schedule/words.ts';
import styles from '#app/sessions/sessions.css?url';
import { sessionInWords } from '#app/sessions/words.ts';
import { dayAndTime } from '#app/time/words.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedFirst } from '#app/ui/page/saved-first.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () =>
  [styles, cardStyles].map((href) => ({ rel: 'stylesheet', href }));

export const meta = titled('Schedule a session');

export const loader = facilitatorLoader(async ({ facilitator }) => {
  const choices = await sessionChoices(facilitator);
  const defaults = await firstDefaults(facilitator, choices);
  const { slug, name } = facilitator.circle;
  const back = addressOfSessions(slug);
  const cards = { from: addressOfCardsFor(slug), circle: { slug, name } };
  return { choices, defaults, back, submissionKey: randomUUID(), ...cards };
});

export const action = facilitatorAction(SessionSchema, async ({ facilitator, form }) => {
  const { slug } = facilitator.circle;
  if (!form.session) return afterStep(form, facilitator);
  const { session, submissionKey, draft } = form;
  if (submissionKey === '') return refuseAsOld();
  const made = await scheduleSession(facilitator, { ...session, submissionKey });
  if (made.ok) {
    return redirectWith(addressOfSession(slug, made.sessionId), 'session-scheduled');
  }
  if (made.reason === 'another-first') {
    const saved = { slug, ...found(await sessionOf(facilitator, made.sessionId)) };
    return refusedWith({ ...draft, submissionKey: randomUUID() }, { '': savedBefore }, { saved });
  }
  return made.reason === 'time' ? notThatTime(draft, made.resolved) : refuse(badChoiceWords(made));
});

export default function NewSession() {
  const { choices, defaults, back, submissionKey, from, circle } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as
    | { saved?: SessionView & { slug: string } }
    | undefined;
  const first = reply?.saved;
  return (
    <Page>
      <PageHead
        title="Schedule a session"
        lede={
          <>
            Once it is set, its agenda can come from a <Link to={RECIPES}>recipe</Link>.
          </>
        }
      />
      {first && (
        <SavedFirst
          to={addressOfSession(first.slug, first.id)}
          title={dayAndTime(first.startsAt, choices.zone)}
        >
          {sessionInWords(first)}
        </SavedFirst>
      )}
      <SessionForm
        choices={choices}
        cards={{
          from: from,
          fields: (found) => <FieldsForAgenda found={found} circle={circle} names={CARD_FIELDS} />,
          results: (found, controls) => <CardsForAgenda found={found} {...controls} />,
        }}
        defaults={defaults}
        submissionKey={submissionKey}
        back={back}
      />
    </Page>
  );
}
