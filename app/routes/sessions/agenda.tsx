import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { runnerAction, runnerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import cardStyles from '#app/cards/cards.css?url';
import { AgendaCards } from '#app/cards/finding/views/agenda-cards.tsx';
import { CardFilterForm } from '#app/cards/finding/views/card-filter-form.tsx';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { favouritesOf } from '#app/recipes/favourites/queries/favourites.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { addAgendaCard } from '#app/sessions/agenda/commands/add-agenda-card.server.ts';
import { cardsToChoose } from '#app/sessions/agenda/queries/cards-to-choose.server.ts';
import { CardsToAgenda } from '#app/sessions/agenda/views/shelf-to-agenda.tsx';
import { agendaClosed, agendaFull, cardGone } from '#app/sessions/agenda/words.ts';
import { AgendaCardSchema } from '#app/sessions/forms.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { canChange } from '#app/sessions/rules/session.ts';
import { ClosedSession } from '#app/sessions/views/closed-session.tsx';
import { dayAndTime, timeIn } from '#app/time/words.ts';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'Put a card on the agenda';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: cardStyles }];

export const meta = titled(TITLE);

export const loader = runnerLoader(async ({ runner, url }) => {
  const [session, favourites] = await Promise.all([
    sessionOf(runner, runner.sessionId).then(found),
    favouritesOf(runner),
  ]);
  const { minutes, agenda, state, cancelled } = session;
  return {
    starts: timeIn(session.startsAt, clocksOf(runner).zone),
    when: dayAndTime(session.startsAt, clocksOf(runner).zone),
    session: { minutes, agenda, state, cancelled },
    closed: !canChange(session, new Date()),
    found: await cardsToChoose(runner, url.searchParams, {
      ...{ read: session, runsIt: true, favourites: favourites.cards },
    }),
    back: addressOfSession(runner.circle.slug, session.id),
  };
});

export const action = runnerAction(AgendaCardSchema, async ({ runner, form }) => {
  const added = await addAgendaCard(runner, form);
  if (added.ok) {
    const path = addressOfSession(runner.circle.slug, runner.sessionId);
    return redirectWith(path, added.already ? 'agenda-card-there' : 'agenda-card-added');
  }
  if (added.reason === 'no-such-card') return refuse({ '': cardGone });
  if (added.reason === 'full') return refuse({ '': agendaFull });
  found(added.reason === 'gone' ? null : true);
  return refuse({ '': agendaClosed });
});

export default function CardToAgenda() {
  const { when, starts, session, closed, back, found } = useLoaderData<typeof loader>();
  if (closed) {
    const stays = 'its agenda stays as it was';
    return <ClosedSession session={session} title={TITLE} stays={stays} back={back} />;
  }
  return (
    <CardsToAgenda
      title={TITLE}
      when={when}
      starts={starts}
      {...session}
      choice={found.choice}
      filterForm={(page) => <CardFilterForm {...found} page={page} />}
      results={(controls) => <AgendaCards found={found} {...controls} />}
      back={back}
    />
  );
}
