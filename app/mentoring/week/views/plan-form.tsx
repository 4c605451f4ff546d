import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import type { PersonToAsk } from '#app/mentoring/week/queries/people-to-ask.server.ts';
import type { Week } from '#app/mentoring/week/queries/week-page.server.ts';
import { SENTENCE_MAX, USUAL_WHEN, WHOM_MAX } from '#app/mentoring/week/rules/week.ts';
import { sentenceOf } from '#app/mentoring/week/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Field, Fieldset, Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';
import { HOURS } from './rhythm-form.tsx';

interface PlanFormProps {
  week: Week;
  people: readonly PersonToAsk[];
  /** the week as it was saved elsewhere meanwhile, where the form was refused for it */
  saved?: Week | null;
}

/** Whom, when and what: an if-then plan, in one's own words. */
export function PlanForm({ week, people, saved }: PlanFormProps) {
  const known = people.some(({ id }) => id === week.whomId);
  return (
    <>
      {saved && (
        <SavedNow>
          <p>
            <bdi>{saved.whom}</bdi>: {sentenceOf(saved)}
          </p>
        </SavedNow>
      )}
      <PostForm action={addressOfWeek(week.id)} className="week-plan">
        <Hidden name="version" value={saved?.version ?? week.version} />
        <div className="week-whom">
          {people.length > 0 && (
            <Select
              name="person"
              label="Whom"
              options={[
                { value: '', label: 'Somebody else' },
                ...people.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              defaultValue={known ? (week.whomId ?? '') : ''}
            />
          )}
          <Field
            name="name"
            label={people.length > 0 ? 'Or a name' : 'Whom'}
            hint="Anybody you think of. Nobody is written to, and nobody else sees this name."
            defaultValue={known ? '' : week.whom}
            maxLength={WHOM_MAX}
          />
        </div>
        <Field
          name="when"
          label="When …"
          defaultValue={week.when || USUAL_WHEN}
          maxLength={SENTENCE_MAX}
        />
        <Field
          name="will"
          label="I will …"
          hint="What you will ask, as you would say it."
          defaultValue={week.will}
          maxLength={SENTENCE_MAX}
          required
        />
        <Fieldset
          legend="Say it to me again"
          hint="Leave the day empty, and it stays on your home page alone."
          className="week-remind"
        >
          <Field name="remindOn" type="date" label="On" defaultValue={week.remindOn ?? ''} />
          <Select
            name="remindHour"
            label="At"
            options={HOURS}
            defaultValue={week.remindHour ?? 9}
          />
        </Fieldset>
        <Button variant="primary">Keep it</Button>
      </PostForm>
    </>
  );
}
