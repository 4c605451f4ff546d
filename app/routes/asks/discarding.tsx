import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askerAction, askerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { ASKS } from '#app/mentoring/addresses.ts';
import { addressOfDraft } from '#app/mentoring/asks/addresses.ts';
import { discardAsk } from '#app/mentoring/asks/commands/discard-ask.server.ts';
import { askToWrite } from '#app/mentoring/asks/queries/rehearsal.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Discard this draft?');

export const loader = askerLoader(async ({ asker }) => {
  const ask = found(await askToWrite(asker));
  if (ask.state !== 'draft') throw redirect(ASKS);
  return { title: ask.title, back: addressOfDraft(ask.id) };
});

export const action = askerAction(EmptySchema, async ({ asker }) => {
  const discarded = await discardAsk(asker);
  return redirectWith(ASKS, discarded.ok ? 'ask-discarded' : 'ask-sent-before');
});

export default function Discard() {
  const { title, back } = useLoaderData<typeof loader>();
  return (
    <Question
      about={title}
      question="Discard this draft?"
      lede="Nobody else has read it. What you wrote is gone then, for good."
      back={back}
    >
      <Button variant="danger">Discard it</Button>
    </Question>
  );
}
