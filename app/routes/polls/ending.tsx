import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfPoll } from '#app/polls/addresses.ts';
import { callOff } from '#app/polls/commands/end-poll.server.ts';
import { pollOf } from '#app/polls/queries/poll.server.ts';
import { pollOver } from '#app/polls/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Call it off');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const { state } = found(await pollOf(facilitator, id('poll')));
  const path = addressOfPoll(facilitator.circle.slug, id('poll'));
  if (state === 'chosen' || state === 'called_off') throw redirect(path);
  return { path };
});

export const action = facilitatorAction(EmptySchema, async ({ facilitator, id }) => {
  const pollId = id('poll');
  const ended = await callOff(facilitator, pollId);
  if (ended.ok) {
    const { slug } = facilitator.circle;
    return redirectWith(addressOfPoll(slug, pollId), 'poll-called-off', `${slug}/polls/${pollId}`);
  }
  found(ended.reason === 'gone' ? null : true);
  return refuse({ '': pollOver });
});

export default function CallOff() {
  const { path } = useLoaderData<typeof loader>();
  return (
    <Question
      question="Call it off?"
      lede="Nobody is asked any more. What was answered is kept, and you can go on with it later."
      back={path}
    >
      <Button variant="danger">Call it off</Button>
    </Question>
  );
}
