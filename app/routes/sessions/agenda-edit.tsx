import type { LinksFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { runnerAction, runnerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import cardStyles from '#app/cards/cards.css?url';
import { CardsForAgenda, FieldsForAgenda } from '#app/cards/finding/views/cards-for-agenda.tsx';
import { refuse, refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfCardsFor, addressOfSession } from '#app/sessions/addresses.ts';
import { changeAgenda } from '#app/sessions/agenda/commands/change-agenda.server.ts';
import { deckChoices } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import { afterCardStep } from '#app/sessions/agenda/queries/agenda-steps.server.ts';
import { AgendaForm } from '#app/sessions/agenda/views/agenda-form.tsx';
import { agendaClosed } from '#app/sessions/agenda/words.ts';
import { AgendaSchema } from '#app/sessions/forms.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import type { SessionView } from '#app/sessions/queries/session-view.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { canChange } from '#app/sessions/rules/session.ts';
import { defaultsOf } from '#app/sessions/schedule/queries/session-form.server.ts';
import { CARD_FIELDS } from '#app/sessions/schedule/rules/session-draft.ts';
import { SavedSession } from '#app/sessions/schedule/views/saved-session.tsx';
import { badChoiceWords, sessionChangedMeanwhile } from '#app/sessions/schedule/words.ts';
import styles from '#app/sessions/sessions.css?url';
import { ClosedSession } from '#app/sessions/views/closed-session.tsx';
import { dayAndTime, timeIn } from '#app/time/words.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'Change the agenda';

export const links: LinksFunction = () =>
  [styles, cardStyles].map((href) => ({ rel: 'stylesheet', href }));

export const meta = titled(TITLE);

export const loader = runnerLoader(async ({ runner }) => {
  const [session, shelves] = await Promise.all([
    sessionOf(runner, runner.sessionId).then(found),
    deckChoices(),
  ]);
  const { startsAt, minutes, version, state, cancelled } = session;
  const { zone } = clocksOf(runner);
  const { slug, name } = runner.circle;
  const back = addressOfSession(slug, session.id);
  return {
    form: {
      ...{ defaults: defaultsOf(session, zone), shelves, version, minutes, back },
      starts: timeIn(startsAt, zone),
      from: addressOfCardsFor(slug, session.id, session),
      circle: { slug, name },
    },
    zone,
    when: dayAndTime(startsAt, zone),
    closed: !canChange(session, new Date()),
    session: { state, cancelled },
  };
});

export const action = runnerAction(AgendaSchema, async ({ runner, form }) => {
  if (form.next) return shownAgain(form.next);
  if (!form.agenda) {
    const session = found(await sessionOf(runner, runner.sessionId));
    return afterCardStep(form, { member: runner, read: session });
  }
  const { agenda, version, draft } = form;
  const changed = await changeAgenda(runner, { agenda, version });
  const back = addressOfSession(runner.circle.slug, runner.sessionId);
  if (changed.ok) return redirectWith(back, 'saved');
  if (changed.reason === 'closed') return refuse({ '': agendaClosed });
  if (changed.reason === 'bad-choice') return refuse(badChoiceWords(changed.bad));
  const now = changed.reason === 'gone' ? null : await sessionOf(runner, runner.sessionId);
  const saved = found(now);
  return refusedWith(
    { ...draft, version: String(saved.version) },
    { '': sessionChangedMeanwhile },
    { saved },
  );
});

export default function EditAgenda() {
  const { form, closed, session, when, zone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as { saved?: SessionView } | undefined;
  // What was typed before it closed is shown again, with the reason.
  if (closed && !reply) {
    const stays = 'its agenda stays as it was';
    return <ClosedSession session={session} title={TITLE} stays={stays} back={form.back} />;
  }
  const saved = reply?.saved;
  return (
    <Page width="narrow">
      <PageHead eyebrow={when} title={TITLE} />
      {saved && <SavedSession session={saved} zone={zone} />}
      <AgendaForm
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
