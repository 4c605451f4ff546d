import { Button } from '#app/ui/button.tsx';
import { Checkbox, Field, Fieldset, Segmented, Select } from '#app/ui/field.tsx';
import { plural } from '#app/ui/format.ts';
import { Details } from '#app/ui/page.tsx';
import { AddRow, RowButtons, type RowDrafts, RowScope } from '#app/ui/row-drafts.tsx';
import type { SectionView } from './reading-view.ts';
import {
  blankFixed,
  blankPause,
  type FixedRow,
  type PauseRow,
  type PlanTyped,
} from './rules/plan-draft.ts';
import { sectionName } from './rules/section-name.ts';

export type Typed<T> = T & Record<string, string>;

interface PlanAsksProps {
  defaults: PlanTyped;
  sections: SectionView[];
  pauses: RowDrafts<Typed<PauseRow>>;
  fixed: RowDrafts<Typed<FixedRow>>;
  /** how many sessions the circle has set */
  sessions: number;
}

const weekdays = [
  { value: 1, label: 'Monday' },
  { value: 2, label: 'Tuesday' },
  { value: 3, label: 'Wednesday' },
  { value: 4, label: 'Thursday' },
  { value: 5, label: 'Friday' },
  { value: 6, label: 'Saturday' },
  { value: 7, label: 'Sunday' },
];

/** What a plan is asked for: when the circle meets, how fast it reads, what has to be kept. */
export function PlanAsks({ defaults, sections, pauses, fixed, sessions }: PlanAsksProps) {
  return (
    <div className="group/asks">
      <Field
        name="startsOn"
        type="date"
        label="Starts"
        defaultValue={defaults.startsOn}
        className="max-w-48"
        required
      />
      <Segmented
        name="rhythm"
        legend="Something is due"
        defaultValue={defaults.rhythm}
        hint={
          sessions > 0
            ? `${sessions} ${plural(sessions, 'session is', 'sessions are')} set.`
            : 'No session is set yet.'
        }
        options={[
          { value: 'sessions', label: 'At our sessions' },
          { value: 'weekly', label: 'Every week' },
          { value: 'fortnightly', label: 'Every two weeks' },
        ]}
      />
      <div className="grid grid-cols-2 items-start gap-x-4">
        <Select
          name="weekday"
          label="On"
          options={weekdays}
          defaultValue={defaults.weekday}
          className="group-has-[input[value=sessions]:checked]/asks:hidden"
        />
        <Field
          name="count"
          type="number"
          label="How many times"
          defaultValue={defaults.count}
          placeholder="as the pace asks"
          min={1}
          max={62}
        />
        <Field
          name="pace"
          type="number"
          label="Pages a week"
          defaultValue={defaults.pace}
          min={1}
          max={500}
          required
        />
      </div>
      <Checkbox
        name="recap"
        label="Begin with a recap: a meeting nothing is read for"
        defaultChecked={defaults.recap !== ''}
        className="mb-3!"
      />
      <Checkbox
        name="wrap"
        label="End with a wrap: a last meeting about the whole book"
        defaultChecked={defaults.wrap !== ''}
      />
      <Details summary="Holidays and weeks off" open={pauses.rows.length > 0}>
        <PauseRows drafts={pauses} />
      </Details>
      <Details summary="What has to be finished by a day" open={fixed.rows.length > 0}>
        <FixedRows drafts={fixed} sections={sections} />
      </Details>
      <Button name="step" value="propose" formNoValidate className="mt-3">
        Propose a plan
      </Button>
      <p className="hint">It replaces the milestones, as evenly as the sections allow.</p>
    </div>
  );
}

function PauseRows({ drafts: { rows, add, remove } }: { drafts: RowDrafts<Typed<PauseRow>> }) {
  return (
    <Fieldset legend={<span className="sr-only">Holidays and weeks off</span>} name="pauses">
      <ul>
        {rows.map((row, index) => (
          <li key={row.key} className="mb-4">
            <RowScope list="pauses" index={index} row={row}>
              <div className="grid grid-cols-2 items-start gap-x-3 gap-y-2">
                <Field
                  name={`pauses[${index}].label`}
                  label={<span className="text-sm">What for</span>}
                  placeholder="Winter holidays"
                  maxLength={80}
                  className="mb-0!"
                />
                <div className="justify-self-end pt-7">
                  <RowButtons
                    list="pauses"
                    index={index}
                    count={rows.length}
                    of={row.values.label || `time off ${index + 1}`}
                    onRemove={() => remove(row.key)}
                  />
                </div>
                <Field
                  name={`pauses[${index}].from`}
                  type="date"
                  label={<span className="text-sm">From</span>}
                  className="mb-0!"
                />
                <Field
                  name={`pauses[${index}].to`}
                  type="date"
                  label={<span className="text-sm">To</span>}
                  className="mb-0!"
                />
              </div>
            </RowScope>
          </li>
        ))}
      </ul>
      <AddRow list="pauses" onAdd={() => add(blankPause as Typed<PauseRow>)}>
        Add time off
      </AddRow>
    </Fieldset>
  );
}

interface FixedRowsProps {
  drafts: RowDrafts<Typed<FixedRow>>;
  sections: SectionView[];
}

function FixedRows({ drafts: { rows, add, remove }, sections }: FixedRowsProps) {
  const options = [
    { value: '', label: 'Choose a section' },
    ...sections.map((section) => ({ value: section.id, label: sectionName(section) })),
  ];
  return (
    <Fieldset
      legend={<span className="sr-only">What has to be finished by a day</span>}
      hint="A part is finished with its last chapter."
      name="fixed"
    >
      <ul>
        {rows.map((row, index) => (
          <li key={row.key} className="mb-4">
            <RowScope list="fixed" index={index} row={row}>
              <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2">
                <Select
                  name={`fixed[${index}].section`}
                  label={<span className="text-sm">Finish</span>}
                  options={options}
                  className="col-span-2 mb-0!"
                />
                <Field
                  name={`fixed[${index}].by`}
                  type="date"
                  label={<span className="text-sm">By</span>}
                  className="mb-0!"
                />
                <div className="pt-7">
                  <RowButtons
                    list="fixed"
                    index={index}
                    count={rows.length}
                    of={`fixed point ${index + 1}`}
                    onRemove={() => remove(row.key)}
                  />
                </div>
              </div>
            </RowScope>
          </li>
        ))}
      </ul>
      <AddRow list="fixed" onAdd={() => add(blankFixed as Typed<FixedRow>)}>
        Add a fixed point
      </AddRow>
    </Fieldset>
  );
}
