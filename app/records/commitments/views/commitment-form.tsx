import { addressOfMyCommitment } from '#app/records/addresses.ts';
import type { StandingCommitment } from '#app/records/commitments/commands/say-commitment.server.ts';
import { LONGEST_ACT } from '#app/records/commitments/rules.ts';
import { dayOf } from '#app/time/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';

interface CommitmentFormProps {
  circleSlug: string;
  sessionId: number;
  mine: { act: string; byOn: string; version: number } | null;
  /** 'YYYY-MM-DD': the next session’s, else a week on */
  byOn: string;
  theirs?: StandingCommitment | undefined;
}

/** One small act, with a day. */
export function CommitmentForm(props: CommitmentFormProps) {
  const { circleSlug, sessionId, mine, byOn, theirs } = props;
  return (
    <>
      {theirs && (
        <SavedNow>
          <p className="font-serif" dir="auto">
            {theirs.act}
          </p>
          <p className="text-ink-2">By {dayOf(theirs.byOn)}</p>
        </SavedNow>
      )}
      <PostForm action={addressOfMyCommitment(circleSlug, sessionId)}>
        <Hidden name="version" value={theirs?.version ?? mine?.version ?? 0} />
        <Field
          name="act"
          label="What will you do?"
          hint="One small act. The circle reads it, and the next session opens with it."
          maxLength={LONGEST_ACT}
          defaultValue={mine?.act}
          required
        />
        <Field name="byOn" type="date" label="By" defaultValue={mine?.byOn ?? byOn} required />
        <Button variant="primary">{mine ? 'Save it' : 'Say it'}</Button>
      </PostForm>
    </>
  );
}
