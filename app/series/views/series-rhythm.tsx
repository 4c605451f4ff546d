import type { SeriesDefaults } from '#app/series/queries/series-form.server.ts';
import { Checkbox } from '#app/ui/forms/choice-field.tsx';
import { Fieldset, Select } from '#app/ui/forms/field.tsx';

interface SeriesRhythmProps {
  defaults: SeriesDefaults;
  /** their names, from Monday on */
  days: readonly string[];
}

/** How often it is, and on which days. */
export function SeriesRhythm({ defaults, days }: SeriesRhythmProps) {
  return (
    <>
      <Select
        name="repeats"
        label="How often"
        defaultValue={defaults.repeats}
        hint="On these clocks, in summer and in winter. Where clocks skip the time, it is as much later that day; where it comes twice, it is the first."
        options={[
          { value: 'week:1', label: 'Every week' },
          { value: 'week:2', label: 'Every second week' },
          { value: 'week:3', label: 'Every third week' },
          { value: 'week:4', label: 'Every fourth week' },
          { value: 'month:1', label: 'Every month' },
          { value: 'month:2', label: 'Every second month' },
          { value: 'month:3', label: 'Every third month' },
          { value: 'month:6', label: 'Every sixth month' },
        ]}
      />
      <div className="by-week">
        <Fieldset legend="On" hint="Where none is ticked, the weekday of the date above.">
          <div className="series-days">
            {days.map((day, index) => (
              <Checkbox
                key={day}
                name="weekdays"
                label={day}
                value={String(index + 1)}
                defaultChecked={defaults.weekdays.includes(String(index + 1))}
              />
            ))}
          </div>
        </Fieldset>
      </div>
      <div className="by-month">
        <Select
          name="monthly"
          label="On which day of the month"
          defaultValue={defaults.monthly}
          hint="As the date above falls. A month without such a day has none."
          options={[
            { value: 'weekday', label: 'Its weekday, counted: the second Tuesday' },
            { value: 'last-weekday', label: 'Its weekday, the last one: the last Friday' },
            { value: 'day', label: 'Its day: the 15th' },
            { value: 'last-day', label: 'The last day of the month' },
          ]}
        />
      </div>
    </>
  );
}
