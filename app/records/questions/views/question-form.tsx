import { addressOfMyQuestion } from '#app/records/addresses.ts';
import type { StandingQuestion } from '#app/records/questions/commands/bring-question.server.ts';
import { LONGEST_QUESTION } from '#app/records/questions/rules.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';

interface QuestionFormProps {
  circleSlug: string;
  sessionId: number;
  mine: { body: string; version: number; takenBack: boolean } | null;
  theirs?: StandingQuestion | undefined;
}

/** The one question a member brings. */
export function QuestionForm({ circleSlug, sessionId, mine, theirs }: QuestionFormProps) {
  const path = addressOfMyQuestion(circleSlug, sessionId);
  return (
    <>
      {theirs && (
        <SavedNow>
          <p className="font-serif whitespace-pre-line" dir="auto">
            {theirs.body}
          </p>
        </SavedNow>
      )}
      <PostForm action={path}>
        <Hidden name="version" value={theirs?.version ?? mine?.version ?? 0} />
        <TextArea
          name="body"
          label="Your question"
          rows={3}
          grow
          required
          maxLength={LONGEST_QUESTION}
          defaultValue={mine?.body}
          hint="About what we read for this session: nothing from further on. Whoever runs it reads it now, everybody else once the session begins."
        />
        <Button variant="primary">{mine && !mine.takenBack ? 'Save it' : 'Bring it'}</Button>
      </PostForm>
      {mine && !mine.takenBack && (
        <PostForm action={`${path}/removal`} className="mt-4">
          <Button variant="quiet" className="-ml-2">
            Take it back
          </Button>
        </PostForm>
      )}
    </>
  );
}
