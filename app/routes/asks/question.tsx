import { randomUUID } from 'node:crypto';
import { type LinksFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askReaderAction, askReaderLoader } from '#app/access/gates.server.ts';
import { addressOfAsk } from '#app/mentoring/addresses.ts';
import asked from '#app/mentoring/asks/asks.css?url';
import { askFirst } from '#app/mentoring/offers/commands/ask-first.server.ts';
import { QuestionSchema } from '#app/mentoring/offers/forms.ts';
import answered from '#app/mentoring/offers/offers.css?url';
import { askToAnswer } from '#app/mentoring/offers/queries/ask-to-answer.server.ts';
import { QuestionForm } from '#app/mentoring/offers/views/answer-forms.tsx';
import { AnswerPage } from '#app/mentoring/offers/views/answer-page.tsx';
import { whyNoAnswer } from '#app/mentoring/offers/words.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () =>
  [asked, answered].map((href) => ({ rel: 'stylesheet', href }));

export const meta = titled('Tell me more first');

export const loader = askReaderLoader(async ({ reader }) => {
  const back = addressOfAsk(reader.askId);
  if (reader.isAsker) throw redirect(back);
  return { ask: await askToAnswer(reader), back, submissionKey: randomUUID() };
});

export const action = askReaderAction(QuestionSchema, async ({ reader, form }) => {
  const sent = await askFirst(reader, form);
  if (!sent.ok) return refuse(whyNoAnswer(sent.reason, 'body'));
  return redirectWith(addressOfAsk(reader.askId), 'question-asked');
});

export default function AskFirst() {
  const { ask, ...form } = useLoaderData<typeof loader>();
  return (
    <AnswerPage ask={ask}>
      <QuestionForm {...form} version={ask.version} answered={0} asker={ask.asker.name} />
    </AnswerPage>
  );
}
