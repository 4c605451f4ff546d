import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { partnerAction, partnerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { notYours } from '#app/discussions/words.ts';
import { addressOfLine } from '#app/mentoring/conversations/addresses.ts';
import { takeBackLine } from '#app/mentoring/conversations/commands/take-back-line.server.ts';
import { lineAddress, myLine } from '#app/mentoring/conversations/queries/lines.server.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Take this note back?');

export const loader = partnerLoader(async ({ partner, id }) => {
  const back = found(await lineAddress(partner, id('line')));
  if (!(await myLine(partner, id('line')))) throw redirect(back);
  return { back };
});

export const action = partnerAction(EmptySchema, async ({ partner, id }) => {
  const noteId = id('line');
  const outcome = await takeBackLine(partner, noteId);
  if (!outcome.ok && outcome.reason === 'no-note') gone();
  if (!outcome.ok) return refuse({ '': notYours });
  const back = addressOfLine(partner.conversationId, noteId);
  return redirectWith(back, 'line-taken-back', `${partner.conversationId}/${noteId}`);
});

export default function TakeBack() {
  const { back } = useLoaderData<typeof loader>();
  return (
    <Question
      question="Take this note back?"
      lede="The other will see that you took it back, not what it said. You can bring it back."
      back={back}
    >
      <Button variant="primary">Take it back</Button>
    </Question>
  );
}
