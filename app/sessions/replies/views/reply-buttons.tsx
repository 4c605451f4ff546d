import type { SessionView } from '#app/sessions/queries/session-view.ts';
import type { ReplyAnswer } from '#app/sessions/rules/session.ts';
import { answerWords } from '#app/sessions/words.ts';
import { useControl } from '#app/ui/forms/control.tsx';
import { Hidden } from '#app/ui/forms/form.tsx';

export interface ReplyButtonsProps {
  session: Pick<SessionView, 'startsAt'> & { mine: Pick<SessionView['mine'], 'answer' | 'before'> };
  /** the page to come back to */
  back: 'session' | 'circle' | 'home';
}

const answers: readonly ReplyAnswer[] = ['yes', 'maybe', 'no'];

/** Three buttons in a row, one press each: the pressed one is the answer that is known. */
export function ReplyButtons({ session: { startsAt, mine }, back }: ReplyButtonsProps) {
  const { id, errors, attributes } = useControl('answer', undefined, undefined);
  return (
    <>
      <Hidden name="back" value={back} />
      <Hidden name="seen" value={startsAt} />
      <fieldset
        aria-describedby={attributes['aria-describedby']}
        className="inline-flex min-w-0 max-w-full overflow-hidden rounded-md border border-rule-strong bg-leaf text-ink max-sm:flex max-sm:w-full"
      >
        <legend className="sr-only">Will you come?</legend>
        {answers.map((answer) => (
          <button
            key={answer}
            type="submit"
            name="answer"
            value={answer}
            aria-pressed={mine.answer === answer}
            className="min-h-11 cursor-pointer border-l border-rule px-4 font-semibold whitespace-nowrap -outline-offset-3 first-of-type:border-0 hover:bg-wash aria-pressed:bg-cloth aria-pressed:text-cloth-ink max-sm:flex-1 max-sm:px-1.5"
          >
            {answerWords[answer]}
          </button>
        ))}
      </fieldset>
      {errors.length > 0 && (
        <p className="wrong" id={`${id}-error`} role="alert" tabIndex={-1}>
          {errors.join(' ')}
        </p>
      )}
      {mine.before && (
        <p className="mt-2 text-sm font-semibold text-rubric">
          It has moved since you answered. Can you come then?
        </p>
      )}
    </>
  );
}
