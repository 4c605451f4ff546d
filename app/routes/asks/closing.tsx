import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askerAction, askerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { ASKS } from '#app/mentoring/addresses.ts';
import { closeAsk } from '#app/mentoring/asks/commands/close-ask.server.ts';
import { CloseAskSchema } from '#app/mentoring/asks/forms.ts';
import { askToWrite } from '#app/mentoring/asks/queries/rehearsal.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Close this ask?');

export const loader = askerLoader(async ({ asker }) => {
  const ask = found(await askToWrite(asker));
  if (ask.state !== 'open') throw redirect(ASKS);
  return { title: ask.title };
});

export const action = askerAction(CloseAskSchema, async ({ asker, form }) => {
  const closed = await closeAsk(asker, form.as);
  return closed.ok
    ? redirectWith(ASKS, form.as === 'found' ? 'ask-found' : 'ask-unneeded', String(asker.askId))
    : redirect(ASKS, 303);
});

export default function Close() {
  const { title } = useLoaderData<typeof loader>();
  return (
    <Question
      about={title}
      question="Close this ask?"
      lede="Whoever could read it sees its title and that it is closed. You can open it again in one click."
      back={ASKS}
    >
      <Button variant="primary" name="as" value="found">
        I found help
      </Button>
      <Button name="as" value="unneeded">
        I no longer need it
      </Button>
    </Question>
  );
}
