import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfPoll } from '#app/polls/addresses.ts';
import { reopenPoll } from '#app/polls/commands/end-poll.server.ts';
import { pollOf } from '#app/polls/queries/poll.server.ts';
import { pollOver } from '#app/polls/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Go on with it?');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const { state } = found(await pollOf(facilitator, id('poll')));
  const path = addressOfPoll(facilitator.circle.slug, id('poll'));
  if (state !== 'called_off') throw redirect(path);
  return { path };
});

/** Goes on with a poll that was called off. */
export const action = facilitatorAction(EmptySchema, async ({ facilitator, id }) => {
  const path = addressOfPoll(facilitator.circle.slug, id('poll'));
  const reopened = await reopenPoll(facilitator, id('poll'));
  if (reopened.ok) return redirectWith(path, 'poll-reopened');
  found(reopened.reason === 'gone' ? null : true);
  return refuse({ '': pollOver });
});

export default function GoOn() {
  const { path } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  return (
    <Question
      question="Go on with it?"
      lede={`What was answered counts again. ${mail('Everyone else is told by mail.')}`}
      back={path}
    >
      <Button variant="primary">Go on</Button>
    </Question>
  );
}
