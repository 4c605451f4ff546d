import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import type { Week } from '#app/mentoring/week/queries/week-page.server.ts';
import { KEPT_MAX } from '#app/mentoring/week/rules/week.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';

/** A line about a week that nobody else reads. */
export function KeptForm({ week }: { week: Pick<Week, 'id' | 'kept' | 'version'> }) {
  return (
    <PostForm action={`${addressOfWeek(week.id)}/kept`}>
      <Hidden name="version" value={week.version} />
      <TextArea
        name="kept"
        label="What you take from it"
        hint="Nobody else reads this."
        defaultValue={week.kept}
        maxLength={KEPT_MAX}
        rows={3}
        grow
      />
      <Button>Keep it</Button>
    </PostForm>
  );
}
