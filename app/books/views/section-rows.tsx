import type { DraftSection } from '#app/books/rules/book-draft.ts';
import { sectionKinds } from '#app/books/rules/section-name.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Field, Select } from '#app/ui/forms/field.tsx';
import { Hidden } from '#app/ui/forms/form.tsx';
import { AddRow, RowButtons, type RowDrafts, RowScope } from '#app/ui/forms/row-drafts.tsx';

const blank: DraftSection = {
  id: '',
  kind: 'chapter',
  label: '',
  title: '',
  page: '',
  line: '',
  reason: '',
};

/** The sections of a book as rows to type in. */
export function SectionRows({
  drafts,
}: {
  drafts: RowDrafts<DraftSection & Record<string, string>>;
}) {
  const { rows, add, move, remove } = drafts;
  return (
    <>
      <ol className="rows mb-3">
        {rows.map((row, index) => (
          <li
            key={row.key}
            className={`border-b border-rule py-2 ${row.values.reason ? 'border-l-2 border-l-rubric pl-3' : ''}`}
          >
            <RowScope list="sections" index={index} row={row}>
              <SectionFields
                index={index}
                values={row.values}
                buttons={
                  <RowButtons
                    index={index}
                    count={rows.length}
                    of={row.values.title || `section ${index + 1}`}
                    onMove={(by) => move(row.key, by)}
                    onRemove={() => remove(row.key)}
                  />
                }
              />
            </RowScope>
          </li>
        ))}
      </ol>
      <AddRow onAdd={() => add(blank as DraftSection & Record<string, string>)}>
        Add a section
      </AddRow>
    </>
  );
}

interface SectionFieldsProps {
  index: number;
  values: DraftSection;
  buttons: React.ReactNode;
}

function SectionFields({ index, values, buttons }: SectionFieldsProps) {
  const at = (field: keyof DraftSection) => `sections[${index}].${field}`;
  // Where the rows are a table, its first row heads the columns for the eye.
  const word = (text: string) => (
    <span className={index === 0 ? 'text-sm' : 'text-sm md:sr-only'}>{text}</span>
  );
  return (
    <>
      {values.id && <Hidden name={at('id')} value={values.id} />}
      {values.line && <Hidden name={at('line')} value={values.line} />}
      {values.reason && (
        <div className="mb-2 flex flex-wrap items-center gap-x-3 text-sm text-rubric">
          <input type="hidden" name={at('reason')} value={values.reason} />
          <p className="font-semibold">{values.reason}</p>
          <Button variant="quiet" name="step" value={`keep:${index}`} formNoValidate>
            Keep as a section
          </Button>
        </div>
      )}
      <div className="grid grid-cols-[5rem_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 md:grid-cols-[minmax(0,1fr)_9rem_4.5rem_5.5rem_auto]">
        <Field
          name={at('title')}
          label={word('Title')}
          aria-label={`Title of section ${index + 1}`}
          className="col-span-3 mb-0! md:col-span-1"
          maxLength={600}
        />
        <Select
          name={at('kind')}
          label={word('What')}
          options={sectionKinds}
          className="col-span-3 mb-0! md:col-span-1"
        />
        <Field name={at('label')} label={word('No.')} className="mb-0!" maxLength={20} />
        <Field
          name={at('page')}
          label={word('Begins on')}
          className="mb-0! max-w-24"
          inputMode="numeric"
          maxLength={8}
        />
        <div className={index === 0 ? 'pt-7' : 'pt-7 md:pt-0'}>{buttons}</div>
      </div>
    </>
  );
}
