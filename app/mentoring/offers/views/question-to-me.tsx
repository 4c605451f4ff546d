import { addressOfAnswerTo } from '#app/mentoring/offers/addresses.ts';
import type { AskQuestion } from '#app/mentoring/offers/queries/answers-view.ts';
import { ANSWER_MAX } from '#app/mentoring/offers/rules/offer.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { TextArea } from '#app/ui/forms/field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Details } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';

/** What somebody would like to know first, with its answer or the form for one. */
export function QuestionToMe({ askId, question }: { askId: number; question: AskQuestion }) {
  const { id, name, picture, html, answerHtml } = question;
  return (
    <div id={`question-${id}`} className="ask-question">
      <p className="ask-person">
        <PersonMark name={name} picture={picture} size="small" />
        <bdi>{name}</bdi> asks
      </p>
      <Prose html={html} />
      {answerHtml ? (
        <>
          <p className="eyebrow">You answered</p>
          <Prose html={answerHtml} />
        </>
      ) : (
        <Details summary="Answer">
          <AnswerQuestionForm action={addressOfAnswerTo(askId, id)} />
        </Details>
      )}
    </div>
  );
}

export function AnswerQuestionForm({ action }: { action?: string }) {
  return (
    <PostForm action={action}>
      <TextArea
        name="answer"
        label="Your answer"
        hint="Who asked reads it, and nobody else."
        rows={3}
        grow
        maxLength={ANSWER_MAX}
        required
      />
      <div className="actions">
        <Button variant="primary">Answer</Button>
      </div>
    </PostForm>
  );
}
