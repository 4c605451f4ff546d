import type { SectionView } from '#app/books/queries/section-view.ts';
import { sectionName } from '#app/books/rules/section-name.ts';
import {
  freshKey,
  type MilestoneRow,
  OPTIONAL,
  type SectionChoice,
  type TypedSettings,
} from '#app/reading/plan/rules/plan-draft.ts';
import { dayOf } from '#app/time/words.ts';
import { Field, Fieldset, Select } from '#app/ui/forms/field.tsx';
import { Hidden } from '#app/ui/forms/form.tsx';
import { AddRow, RowButtons, type RowDrafts, RowScope } from '#app/ui/forms/row-drafts.tsx';

/** The days of a plan and what each is called, as fields. */
export function MilestoneRows({ drafts }: { drafts: RowDrafts<TypedSettings<MilestoneRow>> }) {
  const { rows, add, remove } = drafts;
  const empty = () => ({
    key: freshKey(rows.map(({ values }) => values)),
    id: '',
    title: '',
    dueOn: '',
  });
  return (
    <Fieldset
      legend={<span className="sr-only">Milestones</span>}
      hint="What is read by when. The day of a session is a good day to be due."
      name="milestones"
    >
      <ol className="mb-3">
        {rows.map((row, index) => {
          const at = (field: keyof MilestoneRow) => `milestones[${index}].${field}`;
          return (
            <li key={row.key} className="border-t border-rule py-3 first:border-0">
              <RowScope list="milestones" index={index} row={row}>
                <Hidden name={at('key')} value={row.values.key} />
                {row.values.id && <Hidden name={at('id')} value={row.values.id} />}
                <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 sm:grid-cols-[11rem_minmax(0,1fr)_auto]">
                  <Field
                    name={at('dueOn')}
                    type="date"
                    label={<span className="text-sm">Milestone {index + 1}, due</span>}
                    className="mb-0!"
                  />
                  <Field
                    name={at('title')}
                    label={<span className="text-sm">Called</span>}
                    placeholder="After its chapters"
                    maxLength={120}
                    className="order-1 col-span-2 mb-0! sm:order-none sm:col-span-1"
                  />
                  <div className="pt-7">
                    <RowButtons
                      list="milestones"
                      index={index}
                      count={rows.length}
                      of={`milestone ${index + 1}`}
                      onRemove={() => remove(row.key)}
                    />
                  </div>
                </div>
              </RowScope>
            </li>
          );
        })}
      </ol>
      <AddRow list="milestones" onAdd={() => add(empty())}>
        Add a milestone
      </AddRow>
    </Fieldset>
  );
}

interface SectionChoicesProps {
  rows: RowDrafts<TypedSettings<SectionChoice>>['rows'];
  sections: SectionView[];
  milestones: RowDrafts<TypedSettings<MilestoneRow>>['rows'];
}

/** Which milestone each section is read for, as fields. */
export function SectionChoices({ rows, sections, milestones }: SectionChoicesProps) {
  const options = [
    { value: '', label: 'Not in the plan' },
    { value: OPTIONAL, label: 'For those who like' },
    ...milestones.map(({ values: { key, dueOn } }, index) => ({
      value: key,
      label: `Milestone ${index + 1}${dueOn ? `, ${dayOf(dueOn, 'short')}` : ''}`,
    })),
  ];
  return (
    <Fieldset
      legend={<span className="sr-only">What is read for each</span>}
      hint="A section belongs to one milestone, or to none."
    >
      <ol>
        {rows.map((row, index) => {
          const section = sections.find(({ id }) => String(id) === row.values.id);
          if (!section) return null;
          const name = sectionName(section);
          return (
            <li
              key={row.key}
              className="grid items-center gap-x-4 gap-y-1 border-t border-rule py-2 first:border-0 sm:grid-cols-[minmax(0,1fr)_13rem]"
            >
              <p>
                <span className="font-serif">{name}</span> <PagesOf section={section} />
              </p>
              <RowScope list="sections" index={index} row={row}>
                <Hidden name={`sections[${index}].id`} value={row.values.id} />
                <Select
                  name={`sections[${index}].milestone`}
                  label={<span className="sr-only">Milestone of {name}</span>}
                  options={options}
                  className="mb-0!"
                />
              </RowScope>
            </li>
          );
        })}
      </ol>
    </Fieldset>
  );
}

function PagesOf({ section: { startPage, endPage } }: { section: SectionView }) {
  if (startPage === null) return null;
  const pages = endPage === null || endPage === startPage ? startPage : `${startPage}–${endPage}`;
  return <span className="text-sm whitespace-nowrap text-ink-2">p. {pages}</span>;
}
