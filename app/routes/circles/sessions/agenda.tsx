import { useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refuse } from '#app/platform/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { cardShelves } from '#app/sessions/agenda-card.server.ts';
import { addAgendaCard } from '#app/sessions/commands/add-agenda-card.server.ts';
import { AgendaCardForm } from '#app/sessions/forms.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { ShelfToAgenda } from '#app/sessions/shelf-to-agenda.tsx';
import { dayAndTime } from '#app/ui/format.ts';
import { titled } from '#app/ui/title.ts';

export const meta = titled('Put a card on the agenda');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const session = found(await sessionOf(facilitator, id('session')));
  return {
    when: dayAndTime(session.startsAt, clocksOf(facilitator).zone),
    minutes: session.minutes,
    agenda: session.agenda,
    shelves: await cardShelves(),
    back: `/circles/${facilitator.circle.slug}/sessions/${session.id}`,
  };
});

export const action = facilitatorAction(AgendaCardForm, async ({ facilitator, form, id }) => {
  const sessionId = id('session');
  const added = await addAgendaCard(facilitator, sessionId, form);
  if (added.ok) {
    const path = `/circles/${facilitator.circle.slug}/sessions/${sessionId}`;
    return redirectWith(path, added.already ? 'agenda-card-there' : 'agenda-card-added');
  }
  if (added.reason === 'no-such-card') return refuse({ '': 'There is no such card any more.' });
  if (added.reason === 'full') return refuse({ '': 'The agenda is full. Take something off it.' });
  found(added.reason === 'gone' ? null : true);
  return refuse({ '': 'This session is over or cancelled, so its agenda stays.' });
});

export default function AgendaCards() {
  return <ShelfToAgenda {...useLoaderData<typeof loader>()} />;
}
