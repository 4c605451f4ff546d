import { Field } from '#app/ui/field.tsx';
import { Hidden, PostForm } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { EnterButton } from '#app/ui/row-drafts.tsx';
import { ReplyButtons } from './reply-buttons.tsx';
import { LONGEST_WORD } from './rules/session.ts';
import type { SessionView } from './session-view.ts';

interface ReplyFormProps {
  action: string;
  mine: SessionView['mine'];
  reply?: FormReply;
}

/** Whether I come, with a word if I like. */
export function ReplyForm({ action, mine, reply }: ReplyFormProps) {
  return (
    <PostForm action={action} reply={reply} aria-label="Will you come?">
      {/* Enter in the word keeps the answer there is. */}
      {mine.answer && <EnterButton name="answer" value={mine.answer} />}
      <Hidden name="back" value="session" />
      <Hidden name="hasWord" value="yes" />
      <Field
        key={mine.word}
        name="word"
        label="A word, if you like"
        defaultValue={mine.word}
        maxLength={LONGEST_WORD}
        placeholder="Ten minutes late, sorry."
        className="max-w-md"
      />
      <ReplyButtons mine={mine.answer} />
      {mine.before && (
        <p className="mt-2 text-sm font-semibold text-rubric">
          It has moved since you answered. Can you come then?
        </p>
      )}
    </PostForm>
  );
}
