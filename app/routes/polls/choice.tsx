import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfPoll } from '#app/polls/addresses.ts';
import { chooseSlot } from '#app/polls/commands/choose-slot.server.ts';
import { ChoiceSchema } from '#app/polls/forms.ts';
import { pollOf } from '#app/polls/queries/poll.server.ts';
import { ChooseSlot } from '#app/polls/views/choose-slot.tsx';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Choose this time?');

export const loader = facilitatorLoader(async ({ facilitator, id, url }) => {
  const poll = found(await pollOf(facilitator, id('poll')));
  const path = addressOfPoll(facilitator.circle.slug, poll.id);
  const asked = url.searchParams.get('slot');
  const slot = poll.slots.find(({ id }) => String(id) === asked);
  const goesOn = poll.state === 'open' || poll.state === 'closed';
  if (!slot?.ahead || !goesOn) throw redirect(path);
  return { poll, slot, path, me: facilitator.personId, clocks: clocksOf(facilitator) };
});

export const action = facilitatorAction(ChoiceSchema, async ({ facilitator, form, id }) => {
  const { slug } = facilitator.circle;
  const pollId = id('poll');
  const path = addressOfPoll(slug, pollId);
  if (form.slot === null) return redirectWith(path, 'button-not-read');
  const refused = form.refused.split(' ').map(Number);
  const chosen = await chooseSlot(facilitator, pollId, { slotId: form.slot, refused });
  if (chosen.ok) return redirectWith(addressOfSession(slug, chosen.sessionId), 'poll-chosen');
  found(chosen.reason === 'gone' ? null : true);
  if (chosen.reason === 'another-first' && chosen.sessionId !== null) {
    return redirectWith(addressOfSession(slug, chosen.sessionId), 'poll-chosen-before');
  }
  if (chosen.reason === 'refused-since') {
    const why = 'Somebody has said no since you looked. Nothing is set yet; look again.';
    return refusedWith({}, { '': why }, {});
  }
  return redirectWith(path, 'poll-shut');
});

export default function Choose() {
  return <ChooseSlot {...useLoaderData<typeof loader>()} />;
}
