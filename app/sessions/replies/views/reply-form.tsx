import type { SessionView } from '#app/sessions/queries/session-view.ts';
import { LONGEST_WORD } from '#app/sessions/rules/session.ts';
import { Field } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { EnterButton } from '#app/ui/forms/row-drafts.tsx';
import { ReplyButtons } from './reply-buttons.tsx';

interface ReplyFormProps {
  action: string;
  session: Pick<SessionView, 'startsAt' | 'mine'>;
}

/** Whether I come, with a word if I like. */
export function ReplyForm({ action, session }: ReplyFormProps) {
  const { mine } = session;
  return (
    <PostForm action={action} aria-label="Will you come?">
      {/* Enter in the word keeps the answer there is, and never makes one up. */}
      <EnterButton name="answer" value={mine.answer ?? ''} />
      <Hidden name="hasWord" value="yes" />
      <Field
        key={mine.word}
        name="word"
        label="A word, if you like"
        defaultValue={mine.word}
        maxLength={LONGEST_WORD}
        placeholder="Ten minutes late, sorry."
        className="mb-4! max-w-md"
      />
      <ReplyButtons session={session} back="session" />
    </PostForm>
  );
}
