import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { THANKS_MAX } from '#app/mentoring/conversations/rules/outcome.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { NoticeBar } from '#app/ui/page/page.tsx';

interface ThanksFormProps {
  conversationId: number;
  /** the name of the helper */
  other: string;
  thanks: { body: string; version: number } | null;
  /** how they stand, when that is not what the typed ones were made from; null for none any more */
  theirs?: { body: string; version: number } | null;
}

/** One sentence about what changed. */
export function ThanksForm({ conversationId, other, thanks, theirs }: ThanksFormProps) {
  const standing = theirs === undefined ? thanks : theirs;
  const path = addressOfConversation(conversationId);
  return (
    <>
      {theirs && (
        <div className="mb-6">
          <NoticeBar>
            As it stands: <bdi>{theirs.body}</bdi>
          </NoticeBar>
        </div>
      )}
      <PostForm>
        <Hidden name="version" value={standing?.version ?? 0} />
        <TextArea
          name="body"
          label="What changed?"
          hint={`One sentence. ${apart(other)} is told, and nobody else.`}
          rows={2}
          grow
          required
          maxLength={THANKS_MAX}
          defaultValue={thanks?.body}
        />
        <div className="actions">
          <Button variant="primary">{thanks ? 'Mend it' : 'Send it'}</Button>
          {thanks && <ButtonLink to={`${path}/thanks/removal`}>Take it back</ButtonLink>}
          <ButtonLink to={path} variant="quiet">
            {thanks ? 'Leave it as it was' : 'Not now'}
          </ButtonLink>
        </div>
      </PostForm>
    </>
  );
}
