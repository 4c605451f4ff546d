import type { SeriesChoices, SeriesDefaults } from '#app/series/queries/series-form.server.ts';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Segmented } from '#app/ui/forms/choice-field.tsx';
import { Field, Select } from '#app/ui/forms/field.tsx';

interface SeriesEndProps {
  defaults: SeriesDefaults;
  /** those that go on or are to come */
  readings: SeriesChoices['readings'];
}

/** Until when it goes on: for good, a day, or the end of a book. */
export function SeriesEnd({ defaults, readings }: SeriesEndProps) {
  const hasBook = readings.length > 0 || defaults.ends === 'book';
  return (
    <>
      <Segmented
        name="ends"
        legend="Until when"
        defaultValue={defaults.ends}
        options={[
          { value: 'never', label: 'Until someone ends it' },
          { value: 'on', label: 'Until a day' },
          ...(hasBook ? [{ value: 'book', label: 'With the book' }] : []),
        ]}
      />
      <div className="ends-on">
        <Field
          name="untilOn"
          type="date"
          label="The last day"
          defaultValue={defaults.untilOn}
          hint="It counts, to the end of it."
        />
      </div>
      {hasBook && (
        <div className="ends-book">
          <Select
            name="readingId"
            label="Which book"
            defaultValue={defaults.readingId || readings[0]?.id}
            hint="When its last day moves, so does the last session."
            options={readings.map(({ id, title, endsOn }) => ({
              value: id,
              label: `${apart(title)}, until ${dayOf(endsOn, 'short')}`,
            }))}
          />
        </div>
      )}
    </>
  );
}
