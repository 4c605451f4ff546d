import type { AskToAnswer } from '#app/mentoring/offers/queries/answers-view.ts';
import { Block, Page } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { AskInFull } from './ask-in-full.tsx';
import { MyAnswerTo } from './my-answer.tsx';

/** An ask as its reader sees it, with the three answers, and what they asked before. */
export function AskToAnswerView({ ask }: { ask: AskToAnswer }) {
  return (
    <Page width="narrow">
      <AskInFull ask={ask} level={1}>
        <MyAnswerTo ask={ask} />
      </AskInFull>
      {ask.questions.length > 0 && (
        <Block title="What you asked first">
          {ask.questions.map(({ id, html, answerHtml }) => (
            <div key={id} id={`question-${id}`} className="ask-question">
              <Prose html={html} />
              <p className="eyebrow">
                {answerHtml ? (
                  <>
                    <bdi>{ask.asker.name}</bdi> answers
                  </>
                ) : (
                  'No answer yet'
                )}
              </p>
              {answerHtml && <Prose html={answerHtml} />}
            </div>
          ))}
        </Block>
      )}
    </Page>
  );
}
