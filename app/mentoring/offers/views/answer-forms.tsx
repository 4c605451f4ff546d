import { FACED_MAX, QUESTION_MAX } from '#app/mentoring/offers/rules/offer.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field, TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';

interface AnswerFormProps {
  /** the ask’s version that is on the page */
  version: number;
  /** the version of the answer it would change; 0 for none */
  answered: number;
  asker: string;
  /** where leaving it leads; null where there is nothing to go back to */
  back: string | null;
}

/** “I can help.” It opens with a time they faced this, where they say one. */
export function HelpForm({ faced, ...form }: AnswerFormProps & { faced: string }) {
  return (
    <PostForm>
      <Seen {...form} />
      <TextArea
        name="faced"
        label="A time I faced this"
        hint="If you like. A few sentences are enough; what you learned can wait until you talk."
        defaultValue={faced}
        rows={4}
        grow
        maxLength={FACED_MAX}
      />
      <p className="ask-note">
        <bdi>{form.asker}</bdi> alone reads it. You agree to one talk, no more.
      </p>
      <Send back={form.back}>I can help</Send>
    </PostForm>
  );
}

/** “Not now, ask me after that day.” */
export function NotNowForm({ until, first, ...form }: AnswerFormProps & NotNow) {
  return (
    <PostForm>
      <Seen {...form} />
      <Field
        name="until"
        type="date"
        label="Ask me after"
        hint="They read “not now”, and this day. No reason is asked."
        defaultValue={until}
        min={first}
        required
      />
      <Send back={form.back}>Say not now</Send>
    </PostForm>
  );
}

interface NotNow {
  /** YYYY-MM-DD: what stands there, and the first that may */
  until: string;
  first: string;
}

/** “Tell me more first.” */
export function QuestionForm({
  submissionKey,
  ...form
}: AnswerFormProps & { submissionKey: string }) {
  return (
    <PostForm>
      <Hidden name="version" value={form.version} />
      <Hidden name="submissionKey" value={submissionKey} />
      <TextArea
        name="body"
        label="What would you like to know first?"
        hint="You promise nothing by asking. Their answer comes to you alone."
        rows={3}
        grow
        maxLength={QUESTION_MAX}
        required
      />
      <Send back={form.back}>Ask</Send>
    </PostForm>
  );
}

const Seen = ({ version, answered }: AnswerFormProps) => (
  <>
    <Hidden name="version" value={version} />
    <Hidden name="answered" value={answered} />
  </>
);

const Send = ({ back, children }: { back: string | null; children: string }) => (
  <div className="actions">
    <Button variant="primary">{children}</Button>
    {back && (
      <ButtonLink to={back} variant="quiet">
        Back
      </ButtonLink>
    )}
  </div>
);
