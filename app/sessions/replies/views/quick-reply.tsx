import { PostForm } from '#app/ui/forms/form.tsx';
import { ReplyButtons, type ReplyButtonsProps } from './reply-buttons.tsx';

interface QuickReplyProps extends ReplyButtonsProps {
  /** the session's page */
  path: string;
}

/** Whether I come, with one press from another page than the session's own. */
export function QuickReply({ path, ...buttons }: QuickReplyProps) {
  return (
    <PostForm action={`${path}/reply`} className="max-sm:w-full">
      <ReplyButtons {...buttons} />
    </PostForm>
  );
}
