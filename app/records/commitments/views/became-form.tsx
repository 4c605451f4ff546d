import { addressOfCommitment } from '#app/records/addresses.ts';
import { BECAME, LONGEST_LINE } from '#app/records/commitments/rules.ts';
import { becameWords } from '#app/records/commitments/words.ts';
import type { CommitmentLine } from '#app/records/queries/record-view.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { capital } from '#app/ui/words.ts';

interface BecameFormProps {
  circleSlug: string;
  commitment: Pick<CommitmentLine, 'id' | 'version' | 'word' | 'became'>;
  /** the session on whose page it stands */
  at?: number;
}

/** What became of one's own: one of three words, and a line where one likes. */
export function BecameForm({ circleSlug, commitment, at }: BecameFormProps) {
  const { id, version, word, became } = commitment;
  return (
    <PostForm action={`${addressOfCommitment(circleSlug, id)}/becoming`} className="became-form">
      <Hidden name="version" value={version} />
      {at !== undefined && <Hidden name="at" value={at} />}
      <Field
        name="word"
        label="How it went"
        hint="A line, if you like."
        maxLength={LONGEST_LINE}
        defaultValue={word}
      />
      <div className="flex flex-wrap gap-3">
        {BECAME.map((one) => (
          <Button key={one} name="became" value={one} aria-pressed={became === one || undefined}>
            {capital(becameWords[one])}
          </Button>
        ))}
      </div>
    </PostForm>
  );
}
