import { useActionData } from '@remix-run/react';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Field, Fieldset, Select } from '#app/ui/field.tsx';
import { Hidden, PostForm } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { dayOf } from '#app/ui/format.ts';
import {
  AddRow,
  EnterButton,
  RowButtons,
  type RowDrafts,
  RowScope,
  useRowDrafts,
} from '#app/ui/row-drafts.tsx';
import type { SectionView } from './reading-view.ts';
import {
  freshKey,
  type MilestoneRow,
  type PlanDraft,
  type SectionChoice,
} from './rules/plan-draft.ts';
import { sectionName } from './rules/section-name.ts';

type Typed<T> = T & Record<string, string>;

interface PlanFormProps {
  defaults: PlanDraft & { startsOn: string; endsOn: string; count: string };
  bookId: number;
  sections: SectionView[];
  submissionKey?: string;
  version?: number;
  back: string;
}

/** A reading's dates and milestones, and which section is read for which. */
export function PlanForm(props: PlanFormProps) {
  const { defaults, bookId, sections, submissionKey, version, back } = props;
  const action = useActionData<{ form?: FormReply } | undefined>();
  const reply = action?.form;
  const milestones = useRowDrafts(
    'milestones',
    defaults.milestones as Typed<MilestoneRow>[],
    reply,
  );
  const choices = useRowDrafts('sections', defaults.sections as Typed<SectionChoice>[], reply);
  const isNew = version === undefined;
  return (
    <PostForm>
      <EnterButton />
      <Hidden name="bookId" value={bookId} />
      {isNew ? (
        <Hidden name="submissionKey" value={String(reply?.values.submissionKey ?? submissionKey)} />
      ) : (
        <Hidden name="version" value={String(reply?.values.version ?? version)} />
      )}
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field
          name="startsOn"
          type="date"
          label="Starts"
          defaultValue={defaults.startsOn}
          required
        />
        <Field name="endsOn" type="date" label="Ends" defaultValue={defaults.endsOn} required />
      </div>

      <Fieldset
        legend={<span className="font-serif text-2xl">Milestones</span>}
        hint="What is read by when. The day of a session is a good day to be due."
        name="milestones"
      >
        <MilestoneRows drafts={milestones} />
        <div className="mt-3 flex flex-wrap items-end gap-3 border-t border-rule pt-4">
          <Field
            name="count"
            type="number"
            label="Or spread the book evenly over"
            defaultValue={defaults.count}
            min={1}
            max={60}
            className="mb-0!"
          />
          <Button name="step" value="spread" formNoValidate>
            Spread by pages
          </Button>
        </div>
      </Fieldset>

      <Fieldset
        legend={<span className="font-serif text-2xl">What is read for each</span>}
        hint="A section belongs to one milestone, or to none."
      >
        <SectionChoices rows={choices.rows} sections={sections} milestones={milestones.rows} />
      </Fieldset>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary">{isNew ? 'Start reading' : 'Save the plan'}</Button>
        <ButtonLink to={back} variant="quiet">
          {isNew ? 'Not now' : 'Leave it as it is'}
        </ButtonLink>
      </div>
    </PostForm>
  );
}

function MilestoneRows({ drafts }: { drafts: RowDrafts<Typed<MilestoneRow>> }) {
  const { rows, add, remove } = drafts;
  const empty = () => ({
    key: freshKey(rows.map(({ values }) => values)),
    id: '',
    title: '',
    dueOn: '',
  });
  return (
    <>
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
      <AddRow onAdd={() => add(empty())}>Add a milestone</AddRow>
    </>
  );
}

interface SectionChoicesProps {
  rows: RowDrafts<Typed<SectionChoice>>['rows'];
  sections: SectionView[];
  milestones: RowDrafts<Typed<MilestoneRow>>['rows'];
}

function SectionChoices({ rows, sections, milestones }: SectionChoicesProps) {
  const options = [
    { value: '', label: 'Not in the plan' },
    ...milestones.map(({ values: { key, dueOn } }, index) => ({
      value: key,
      label: `Milestone ${index + 1}${dueOn ? `, ${dayOf(dueOn, 'short')}` : ''}`,
    })),
  ];
  return (
    <ol>
      {rows.map((row, index) => {
        const section = sections.find(({ id }) => String(id) === row.values.id);
        if (!section) return null;
        const name = sectionName(section);
        return (
          <li
            key={row.key}
            className="grid items-center gap-x-4 gap-y-1 border-t border-rule py-2 sm:grid-cols-[minmax(0,1fr)_13rem]"
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
  );
}

function PagesOf({ section: { startPage, endPage } }: { section: SectionView }) {
  if (startPage === null) return null;
  const pages = endPage === null || endPage === startPage ? startPage : `${startPage}–${endPage}`;
  return <span className="text-sm text-ink-2">p. {pages}</span>;
}
