import { useActionData } from '@remix-run/react';
import type { SectionView } from '#app/books/queries/section-view.ts';
import { hasPages, type PictureStint, pictureOf } from '#app/reading/plan/rules/picture.ts';
import type {
  FixedRow,
  MilestoneRow,
  PauseRow,
  PlanTyped,
  SectionChoice,
  TypedSettings,
} from '#app/reading/plan/rules/plan-draft.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { EnterButton, useRowDrafts } from '#app/ui/forms/row-drafts.tsx';
import { Details } from '#app/ui/page/page.tsx';
import { PlanAsks } from './plan-asks.tsx';
import { MilestoneRows, SectionChoices } from './plan-milestones.tsx';
import { PlanPicture } from './plan-picture.tsx';
import { PlanSummary, PlanWarnings } from './plan-warnings.tsx';
import { PLAN_FORM, useTypedPlan } from './use-typed-plan.ts';

interface PlanFormProps {
  defaults: PlanTyped;
  bookId: number;
  sections: SectionView[];
  /** how many sessions the circle has set */
  sessions: number;
  submissionKey?: string;
  version?: number;
  back: string;
}

/** A reading's plan: what is asked of it, its picture, and every part of it as a field. */
export function PlanForm(props: PlanFormProps) {
  const { defaults, bookId, sections, sessions, submissionKey, version, back } = props;
  const reply = useActionData<{ form?: FormReply } | undefined>()?.form;
  const milestones = useRowDrafts(
    'milestones',
    defaults.milestones as TypedSettings<MilestoneRow>[],
    reply,
  );
  const choices = useRowDrafts(
    'sections',
    defaults.sections as TypedSettings<SectionChoice>[],
    reply,
  );
  const pauses = useRowDrafts('pauses', defaults.pauses as TypedSettings<PauseRow>[], reply);
  const fixed = useRowDrafts('fixed', defaults.fixed as TypedSettings<FixedRow>[], reply);
  const lists = [milestones.rows, choices.rows, pauses.rows, fixed.rows];
  const { typed, read, choose } = useTypedPlan(defaults, reply, lists);
  const picture = pictureOf(typed, sections);
  const paged = hasPages(sections);
  const isNew = version === undefined;
  const moveBorder = (first: PictureStint, second: PictureStint, at: number) =>
    choose(
      new Map(
        [...first.sections, ...second.sections].map(({ id }, index) => [
          String(id),
          index < at ? first.key : second.key,
        ]),
      ),
    );
  return (
    <PostForm id={PLAN_FORM} onInput={read} className="max-w-none!">
      <EnterButton />
      <Hidden name="bookId" value={bookId} />
      {isNew ? (
        <Hidden name="submissionKey" value={String(reply?.values.submissionKey ?? submissionKey)} />
      ) : (
        <Hidden name="version" value={String(reply?.values.version ?? version)} />
      )}
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <PlanAsks
          defaults={defaults}
          sections={sections}
          pauses={pauses}
          fixed={fixed}
          sessions={sessions}
        />
        <div>
          <h2>The plan</h2>
          <PlanSummary picture={picture} paged={paged} />
          <PlanPicture picture={picture} paged={paged} onBorder={moveBorder} />
          <PlanWarnings picture={picture} paged={paged} />
          <div className="mt-6">
            <Details
              summary="Days and names"
              open={milestones.rows.some(({ values }) => values.dueOn === '') || hasErrors(reply)}
            >
              <MilestoneRows drafts={milestones} />
              <Edges defaults={defaults} reply={reply} />
            </Details>
            <Details summary="Section by section">
              <SectionChoices
                rows={choices.rows}
                sections={sections}
                milestones={milestones.rows}
              />
            </Details>
          </div>
          <div className="mt-6 flex flex-wrap gap-3">
            <Button variant="primary">{isNew ? 'Start reading' : 'Save the plan'}</Button>
            <ButtonLink to={back} variant="quiet">
              {isNew ? 'Not now' : 'Leave it as it is'}
            </ButtonLink>
          </div>
        </div>
      </div>
    </PostForm>
  );
}

const hasErrors = (reply: FormReply | undefined) => Object.keys(reply?.errors ?? {}).length > 0;

/** The days that bound a reading. A proposal changes them: a new value, a new field. */
function Edges({ defaults, reply }: { defaults: PlanTyped; reply: FormReply | undefined }) {
  const day = (name: 'endsOn' | 'recapOn' | 'wrapOn', label: string) => (
    <Field
      key={`${name} ${reply?.values[name]}`}
      name={name}
      type="date"
      label={label}
      defaultValue={defaults[name]}
    />
  );
  return (
    <div className="grid gap-x-4 sm:grid-cols-3">
      {day('endsOn', 'Ends')}
      {day('recapOn', 'Recap')}
      {day('wrapOn', 'Wrap')}
    </div>
  );
}
