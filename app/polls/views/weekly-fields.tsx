import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Segmented } from '#app/ui/forms/choice-field.tsx';
import { Field, Select } from '#app/ui/forms/field.tsx';

export type Readings = readonly { id: number; title: string; endsOn: string }[];

const OFTEN = [
  { value: '1', label: 'Every week' },
  { value: '2', label: 'Every second week' },
  { value: '3', label: 'Every third week' },
  { value: '4', label: 'Every fourth week' },
];

/** In which weeks the chosen time is, and until when. */
export function WeeklyFields({ readings }: { readings: Readings }) {
  return (
    <div className="poll-weekly max-w-md">
      <Select name="every" label="How often" defaultValue="1" options={OFTEN} />
      <Segmented
        name="ends"
        legend="Until when"
        defaultValue="never"
        options={[
          { value: 'never', label: 'Until someone ends it' },
          { value: 'on', label: 'Until a day' },
          ...(readings.length > 0 ? [{ value: 'book', label: 'With the book' }] : []),
        ]}
      />
      <div className="ends-on">
        <Field
          name="untilOn"
          type="date"
          label="The last day"
          hint="It counts, to the end of it."
        />
      </div>
      {readings.length > 0 && (
        <div className="ends-book">
          <Select
            name="readingId"
            label="Which book"
            defaultValue={readings[0]?.id}
            options={readings.map(({ id, title, endsOn }) => ({
              value: id,
              label: `${apart(title)}, until ${dayOf(endsOn, 'short')}`,
            }))}
          />
        </div>
      )}
    </div>
  );
}
