import { Button } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';

interface StartReadingFormProps {
  /** where it posts to, when that is not this page */
  action?: string;
  defaults: { startsOn: string; weeks: number };
  /** its chapters are entered, so a plan comes with it */
  planned: boolean;
}

/** Makes the chosen book the circle's reading. */
export function StartReadingForm({ action, defaults, planned }: StartReadingFormProps) {
  return (
    <PostForm action={action}>
      <div className="grid max-w-md grid-cols-2 items-start gap-x-4">
        <Field
          name="startsOn"
          type="date"
          label="Starts"
          defaultValue={defaults.startsOn}
          required
        />
        <Field
          name="weeks"
          type="number"
          label="Weeks"
          defaultValue={defaults.weeks}
          min={2}
          max={30}
          required
        />
      </div>
      <p className="mb-4 max-w-measure text-ink-2">
        {planned
          ? 'Milestones are proposed from its chapters, and you can change them afterwards.'
          : 'Its chapters come next: paste the table of contents, then plan by when each part is read.'}
      </p>
      <Button variant="primary">Make it the next reading</Button>
    </PostForm>
  );
}
