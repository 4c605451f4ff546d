import type { SectionView } from '#app/books/queries/section-view.ts';
import { sectionName } from '#app/books/rules/section-name.ts';
import {
  blankFixed,
  blankPause,
  type FixedRow,
  type PauseRow,
  type TypedSettings,
} from '#app/reading/plan/rules/plan-draft.ts';
import { Field, Fieldset, Select } from '#app/ui/forms/field.tsx';
import { AddRow, RowButtons, type RowDrafts, RowScope } from '#app/ui/forms/row-drafts.tsx';

/** When the circle does not read. */
export function PauseRows({
  drafts: { rows, add, remove },
}: {
  drafts: RowDrafts<TypedSettings<PauseRow>>;
}) {
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
      <AddRow list="pauses" onAdd={() => add(blankPause as TypedSettings<PauseRow>)}>
        Add time off
      </AddRow>
    </Fieldset>
  );
}

interface FixedRowsProps {
  drafts: RowDrafts<TypedSettings<FixedRow>>;
  sections: SectionView[];
}

/** What has to be finished by a day. */
export function FixedRows({ drafts: { rows, add, remove }, sections }: FixedRowsProps) {
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
      <AddRow list="fixed" onAdd={() => add(blankFixed as TypedSettings<FixedRow>)}>
        Add a fixed point
      </AddRow>
    </Fieldset>
  );
}
