import { addressOfConversation } from '#app/mentoring/addresses.ts';
import type { StandingOutcome } from '#app/mentoring/conversations/queries/outcome.server.ts';
import type { PartnerFace } from '#app/mentoring/conversations/queries/partner-face.server.ts';
import { DID_MAX } from '#app/mentoring/conversations/rules/outcome.ts';
import { helpedInWords, shareInWords } from '#app/mentoring/conversations/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Checkbox, Segmented } from '#app/ui/forms/choice-field.tsx';
import { TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { NoticeBar } from '#app/ui/page/page.tsx';
import { capital } from '#app/ui/words.ts';

interface OutcomeFormProps {
  conversationId: number;
  about: PartnerFace;
  mine: StandingOutcome | null;
  /** how it stands, when that is not what the typed answer was made from */
  theirs?: StandingOutcome;
}

/** Did it help, what did you do, and may others read it. */
export function OutcomeForm({ conversationId, about, mine, theirs }: OutcomeFormProps) {
  const other = apart(about.name);
  return (
    <>
      {theirs && (
        <div className="mb-6">
          <NoticeBar>
            {`As it stands: ${helpedInWords[theirs.helped]}${theirs.share ? ', to be shared' : ''}. `}
            <span className="whitespace-pre-line" dir="auto">
              {theirs.did}
            </span>
          </NoticeBar>
        </div>
      )}
      <PostForm>
        <Hidden name="version" value={theirs?.version ?? mine?.version ?? 0} />
        <Segmented
          name="helped"
          legend="Did it help?"
          required
          defaultValue={mine?.helped}
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'partly', label: 'In part' },
            { value: 'no', label: 'Not this time' },
          ]}
        />
        <TextArea
          name="did"
          label="What did you do?"
          hint={`Two lines are plenty, or none. ${capital(other)} reads it.`}
          rows={4}
          grow
          maxLength={DID_MAX}
          defaultValue={mine?.did}
        />
        {about.circle && (
          <Checkbox
            name="share"
            value="yes"
            {...shareInWords(about.circle.name, about.title, other)}
            defaultChecked={mine?.share}
          />
        )}
        <div className="actions">
          <Button variant="primary">Save</Button>
          <ButtonLink to={addressOfConversation(conversationId)} variant="quiet">
            {mine ? 'Leave it as it was' : 'Not now'}
          </ButtonLink>
        </div>
      </PostForm>
    </>
  );
}
