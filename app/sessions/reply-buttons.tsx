import type { Answer } from './rules/session.ts';
import { answerWords } from './words.ts';

interface ReplyButtonsProps {
  mine: Answer | null;
}

const answers: readonly Answer[] = ['yes', 'maybe', 'no'];

/** Three buttons in a row, one press each: the pressed one is the answer that is known. */
export function ReplyButtons({ mine }: ReplyButtonsProps) {
  return (
    <fieldset className="inline-flex min-w-0 max-w-full overflow-hidden rounded-md border border-rule-strong bg-leaf max-sm:flex max-sm:w-full">
      <legend className="sr-only">Will you come?</legend>
      {answers.map((answer) => (
        <button
          key={answer}
          type="submit"
          name="answer"
          value={answer}
          aria-pressed={mine === answer}
          className="min-h-11 cursor-pointer border-l border-rule px-4 font-semibold -outline-offset-3 first-of-type:border-0 hover:bg-wash aria-pressed:bg-cloth aria-pressed:text-cloth-ink max-sm:flex-1 max-sm:px-1.5"
        >
          {answerWords[answer]}
        </button>
      ))}
    </fieldset>
  );
}
