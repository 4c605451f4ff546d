import type { PollDraft } from '#app/polls/forms/poll.ts';
import { MOST_SLOTS } from '#app/polls/rules/poll.ts';
import { weekdayOptions } from '#app/polls/words.ts';
import { Field, Select } from '#app/ui/forms/field.tsx';
import { Hidden } from '#app/ui/forms/form.tsx';
import { useReasons } from '#app/ui/forms/form-context.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { AddRow, RowButtons, RowScope, useRowDrafts } from '#app/ui/forms/row-drafts.tsx';

type Row = PollDraft['slots'][number];

interface SlotFieldsProps {
  kind: 'dates' | 'weekly';
  given: readonly Row[];
  reply: FormReply | undefined;
}

const WHICH = [
  { value: '', label: 'Which of the two?' },
  { value: 'first', label: 'The first' },
  { value: 'second', label: 'The second' },
];

/** The times of a poll, a row each. */
export function SlotFields({ kind, given, reply }: SlotFieldsProps) {
  const drafts = useRowDrafts<Row & Record<string, string>>('slots', [...given], reply);
  const reasons = useReasons('slots');
  return (
    <fieldset className="fields" id="slots">
      <legend>The times</legend>
      {reasons.length > 0 && (
        <p className="wrong" role="alert" tabIndex={-1}>
          {reasons.join(' ')}
        </p>
      )}
      {drafts.rows.length === 0 && (
        <p className="mb-4 text-ink-2">None yet: fill them in above, or add one by one.</p>
      )}
      <ol className="poll-rows">
        {drafts.rows.map((row, index) => (
          <li key={row.key}>
            <RowScope list="slots" index={index} row={row}>
              {kind === 'weekly' ? (
                <Select
                  name={`slots[${index}].weekday`}
                  label={<Called what="Day" index={index} />}
                  options={weekdayOptions}
                />
              ) : (
                <Field
                  name={`slots[${index}].date`}
                  type="date"
                  label={<Called what="Day" index={index} />}
                />
              )}
              <Field
                name={`slots[${index}].time`}
                type="time"
                label={<Called what="Starts" index={index} />}
              />
              {kind === 'dates' && row.values.twice && (
                <>
                  <Hidden name={`slots[${index}].twice`} value="yes" />
                  <Select
                    name={`slots[${index}].choice`}
                    label={<Called what="Which of the two" index={index} />}
                    options={WHICH}
                  />
                </>
              )}
            </RowScope>
            <RowButtons
              index={index}
              count={drafts.rows.length}
              of={`time ${index + 1}`}
              at="slots"
              onRemove={() => drafts.remove(row.key)}
            />
          </li>
        ))}
      </ol>
      {drafts.rows.length < MOST_SLOTS && (
        <AddRow
          at="slots"
          onAdd={() =>
            drafts.add({
              ...{ time: '', choice: '', twice: '' },
              date: drafts.rows.at(-1)?.values.date ?? '',
              weekday: drafts.rows.at(-1)?.values.weekday ?? '1',
            })
          }
        >
          Add a time
        </AddRow>
      )}
    </fieldset>
  );
}

/** The label stands over the first row; the others are named for those who hear the page. */
const Called = ({ what, index }: { what: string; index: number }) => (
  <span className={index > 0 ? 'sr-only' : ''}>
    {what}
    <span className="sr-only">{` of time ${index + 1}`}</span>
  </span>
);
