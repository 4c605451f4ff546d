import { addressOfDraft } from '#app/mentoring/asks/addresses.ts';
import { BODY_MAX, TITLE_MAX } from '#app/mentoring/asks/rules/ask.ts';
import type { Mine } from '#app/mentoring/rounds/queries/round-view.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Field, TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';

/** What is saved, beside what was typed in another window. */
export interface StandingAsk {
  title: string;
  body: string;
  version: number;
}

interface RoundAskFormProps {
  mine: Mine;
  path: string;
  submissionKey: string;
  /** it goes to the session at once */
  sends: boolean;
  theirs?: StandingAsk | undefined;
}

/** What the viewer brings to the round. */
export function RoundAskForm({ mine, path, submissionKey, sends, theirs }: RoundAskFormProps) {
  const { ask } = mine;
  return (
    <>
      {theirs && (
        <SavedNow>
          <p className="font-serif font-medium">{theirs.title}</p>
          <p className="font-serif whitespace-pre-line">{theirs.body}</p>
        </SavedNow>
      )}
      <PostForm action={path}>
        <Hidden name="submissionKey" value={submissionKey} />
        <Hidden name="version" value={theirs?.version ?? ask?.version ?? 0} />
        <Field
          name="title"
          label="In one line"
          defaultValue={ask?.title}
          maxLength={TITLE_MAX}
          required
        />
        <TextArea
          name="body"
          label="Tell it"
          hint="What happened, what somebody here could do, and by when. A line or two is enough."
          defaultValue={ask?.body}
          maxLength={BODY_MAX}
          rows={4}
          grow
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary">
            {sends ? 'Bring it into the round' : ask ? 'Keep the change' : 'Keep it for the round'}
          </Button>
          {ask && !sends && <Link to={addressOfDraft(ask.id)}>Go over it once more</Link>}
        </div>
        <p className="hint mt-3">
          {sends
            ? 'It goes to everybody here, and is read after the others.'
            : 'Only you read it until the round is opened in the session.'}
        </p>
      </PostForm>
    </>
  );
}
