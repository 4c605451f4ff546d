import { type LinksFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askerAction, askerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { addressOfAsk } from '#app/mentoring/addresses.ts';
import { answerQuestion } from '#app/mentoring/offers/commands/answer-question.server.ts';
import { AnswerSchema } from '#app/mentoring/offers/forms.ts';
import answered from '#app/mentoring/offers/offers.css?url';
import { myAsk } from '#app/mentoring/offers/queries/my-ask.server.ts';
import { AnswerQuestionForm } from '#app/mentoring/offers/views/question-to-me.tsx';
import { whyNoAnswerTo } from '#app/mentoring/offers/words.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: answered }];

export const meta = titled('Answer the question');

export const loader = askerLoader(async ({ asker, id }) => {
  const { title, questions } = found(await myAsk(asker));
  const question = found(questions.find((one) => one.id === id('question')));
  if (question.answerHtml !== null) throw redirect(addressOfAsk(asker.askId));
  return { title, question };
});

export const action = askerAction(AnswerSchema, async ({ asker, form, id }) => {
  const done = await answerQuestion(asker, id('question'), form);
  if (done.ok) return redirectWith(addressOfAsk(asker.askId), 'question-answered');
  if (done.reason === 'none') gone();
  return refuse(whyNoAnswerTo(done.reason));
});

export default function AnswerQuestion() {
  const { title, question } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead eyebrow={title} title={`${apart(question.name)} would like to know`} />
      <div className="ask-question">
        <Prose html={question.html} />
      </div>
      <AnswerQuestionForm />
    </Page>
  );
}
