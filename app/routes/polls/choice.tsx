import type { LinksFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfPoll } from '#app/polls/addresses.ts';
import { chooseSlot } from '#app/polls/commands/choose-slot.server.ts';
import { chooseWeekly } from '#app/polls/commands/choose-weekly.server.ts';
import { ChoiceSchema } from '#app/polls/forms/choice.ts';
import styles from '#app/polls/polls.css?url';
import { pollOf } from '#app/polls/queries/poll.server.ts';
import { ChooseSlot } from '#app/polls/views/choose-slot.tsx';
import { addressOfSeries } from '#app/series/addresses.ts';
import { seriesChoices } from '#app/series/queries/series-form.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('Choose this time?');

export const loader = facilitatorLoader(async ({ facilitator, id, url }) => {
  const poll = found(await pollOf(facilitator, id('poll')));
  const path = addressOfPoll(facilitator.circle.slug, poll.id);
  const asked = url.searchParams.get('slot');
  const slot = poll.slots.find(({ id }) => String(id) === asked);
  const goesOn = poll.state === 'open' || poll.state === 'closed';
  if (!slot?.ahead || !goesOn) throw redirect(path);
  const readings = poll.kind === 'weekly' ? (await seriesChoices(facilitator)).readings : [];
  return { poll, slot, path, readings, me: facilitator.personId, clocks: clocksOf(facilitator) };
});

export const action = facilitatorAction(ChoiceSchema, async ({ facilitator, form, id }) => {
  const { slug } = facilitator.circle;
  const { slotId, refused, weekly } = form;
  const path = addressOfPoll(slug, id('poll'));
  if (slotId === null) return redirectWith(path, 'button-not-read');
  const chosen = weekly
    ? await chooseWeekly(facilitator, id('poll'), { slotId, refused, ...weekly })
    : await chooseSlot(facilitator, id('poll'), { slotId, refused });
  if (chosen.ok) {
    return 'seriesId' in chosen
      ? redirectWith(addressOfSeries(slug, chosen.seriesId), 'poll-week-chosen')
      : redirectWith(addressOfSession(slug, chosen.sessionId), 'poll-chosen');
  }
  found(chosen.reason === 'gone' ? null : true);
  if (chosen.reason === 'another-first') {
    if ('seriesId' in chosen && chosen.seriesId !== null)
      return redirectWith(addressOfSeries(slug, chosen.seriesId), 'poll-week-chosen-before');
    if ('sessionId' in chosen && chosen.sessionId !== null)
      return redirectWith(addressOfSession(slug, chosen.sessionId), 'poll-chosen-before');
  }
  if (chosen.reason === 'refused-since') {
    return refuse({ '': 'Somebody has said no since you looked. Nothing is set yet; look again.' });
  }
  if (chosen.reason === 'no-day') {
    return refuse({ untilOn: 'The first one would be after that. Choose a later day.' });
  }
  if (chosen.reason === 'no-such-reading') {
    return refuse({ readingId: 'That book is not read here any more. Choose again.' });
  }
  return redirectWith(path, 'poll-shut');
});

export default function Choose() {
  return <ChooseSlot {...useLoaderData<typeof loader>()} />;
}
