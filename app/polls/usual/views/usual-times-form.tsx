import type { UsualDraft } from '#app/polls/usual/forms.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Field, Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import {
  AddRow,
  EnterButton,
  RowButtons,
  RowScope,
  useRowDrafts,
} from '#app/ui/forms/row-drafts.tsx';

type Row = UsualDraft['ranges'][number];

interface UsualTimesFormProps {
  given: readonly Row[];
  version: number;
  reply: FormReply | undefined;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (label, at) => ({ value: String(at + 1), label }),
);
const ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'if_need_be', label: 'If need be' },
];

/** An ordinary week, a row a range. */
export function UsualTimesForm({ given, version, reply }: UsualTimesFormProps) {
  const drafts = useRowDrafts<Row & Record<string, string>>('ranges', [...given], reply);
  const last = drafts.rows.at(-1)?.values;
  return (
    <PostForm>
      <EnterButton />
      <Hidden name="version" value={String(reply?.values.version ?? version)} />
      <ol className="poll-rows poll-usual" id="week">
        {drafts.rows.map((row, index) => {
          const at = (field: string) => `ranges[${index}].${field}`;
          const of = <span className="sr-only">{` of row ${index + 1}`}</span>;
          return (
            <li key={row.key}>
              <RowScope list="ranges" index={index} row={row}>
                <Select name={at('weekday')} label={<>Day{of}</>} options={DAYS} />
                <Field name={at('from')} type="time" label={<>From{of}</>} />
                <Field name={at('to')} type="time" label={<>To{of}</>} />
                <Select name={at('answer')} label={<>I can{of}</>} options={ANSWERS} />
              </RowScope>
              <RowButtons
                index={index}
                count={drafts.rows.length}
                of={`row ${index + 1}`}
                at="week"
                onRemove={() => drafts.remove(row.key)}
              />
            </li>
          );
        })}
      </ol>
      <div className="flex flex-wrap gap-3">
        <AddRow
          at="week"
          onAdd={() =>
            drafts.add({
              weekday: String(Math.min(Number(last?.weekday ?? 0) + 1, 7)),
              ...{ from: last?.from ?? '', to: last?.to ?? '', answer: last?.answer ?? 'yes' },
            })
          }
        >
          Add a time
        </AddRow>
        <Button variant="primary" name="step" value="">
          Save my week
        </Button>
      </div>
    </PostForm>
  );
}
