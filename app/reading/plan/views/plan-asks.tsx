import type { SectionView } from '#app/books/queries/section-view.ts';
import type {
  FixedRow,
  PauseRow,
  PlanTyped,
  TypedSettings,
} from '#app/reading/plan/rules/plan-draft.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Checkbox, Segmented } from '#app/ui/forms/choice-field.tsx';
import { Field, Select } from '#app/ui/forms/field.tsx';
import type { RowDrafts } from '#app/ui/forms/row-drafts.tsx';
import { Details } from '#app/ui/page/page.tsx';
import { plural } from '#app/ui/words.ts';
import { FixedRows, PauseRows } from './plan-conditions.tsx';

interface PlanAsksProps {
  defaults: PlanTyped;
  sections: SectionView[];
  pauses: RowDrafts<TypedSettings<PauseRow>>;
  fixed: RowDrafts<TypedSettings<FixedRow>>;
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
