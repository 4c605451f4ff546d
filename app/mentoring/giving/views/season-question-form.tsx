import { SEASON_QUESTION } from '#app/mentoring/giving/addresses.ts';
import type { SeasonAsked } from '#app/mentoring/giving/queries/giving-view.ts';
import { ANSWER_MAX } from '#app/mentoring/giving/rules/season-question.ts';
import { questionWords } from '#app/mentoring/giving/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';

/** The one question at the end of a season, and its answers. */
export function SeasonQuestionForm({ season }: { season: SeasonAsked }) {
  const { was, label, act } = questionWords(season.question, season);
  return (
    <PostForm action={SEASON_QUESTION}>
      <Hidden name="circle" value={season.circle} />
      <Hidden name="reading" value={season.readingId} />
      <p className="mb-4">{was}</p>
      <Field name="words" label={label} maxLength={ANSWER_MAX} required />
      <div className="actions">
        <Button name="act" value={season.question === 'what-not-asked' ? 'ask' : 'offer'}>
          {act}
        </Button>
        <Button name="act" value="let-be" variant="quiet" formNoValidate>
          Let it be
        </Button>
      </div>
    </PostForm>
  );
}
