import { addressOfTrouble } from '#app/mentoring/conversations/addresses.ts';
import type { Recipient } from '#app/mentoring/reports/queries/recipients.server.ts';
import type { PickableNote } from '#app/mentoring/reports/queries/report-form.server.ts';
import { WORDS_MAX } from '#app/mentoring/reports/rules/report.ts';
import { choiceOf, recipientInWords } from '#app/mentoring/reports/words.ts';
import { dayAndTime } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Checkbox } from '#app/ui/forms/choice-field.tsx';
import { Select, TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { Empty } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';

interface ReportFormProps {
  conversationId: number;
  other: string;
  recipients: readonly Recipient[];
  notes: readonly PickableNote[];
  zone: string;
  submissionKey: string;
  reply: FormReply | undefined;
}

/** Whom to show it to, what of it, and why. */
export function ReportForm(props: ReportFormProps) {
  const { conversationId, other, recipients, notes, zone, submissionKey, reply } = props;
  const back = addressOfTrouble(conversationId);
  if (recipients.length === 0) {
    return (
      <Empty
        title="There is nobody here to show it to."
        action={<ButtonLink to={back}>Back</ButtonLink>}
      >
        {`You share no circle with another host, and nobody else runs this site. You can still block ${apart(other)}.`}
      </Empty>
    );
  }
  return (
    <PostForm>
      <Hidden name="submissionKey" value={String(reply?.values.submissionKey ?? submissionKey)} />
      <Select
        name="to"
        label="Who reads it"
        required
        defaultValue=""
        options={[
          { value: '', label: 'Choose one' },
          ...recipients.map((each) => ({
            value: choiceOf(each.personId, each.circle?.id ?? null),
            label: recipientInWords(each),
          })),
        ]}
        hint={`Nobody else does. ${apart(other)} is told nothing.`}
      />
      <TextArea
        name="words"
        label="What isn’t right"
        rows={4}
        grow
        required
        maxLength={WORDS_MAX}
      />
      {notes.length > 0 && (
        <fieldset className="field">
          <legend>What they may read of it</legend>
          <p className="hint">
            As it stands here: what is changed or taken back afterwards changes nothing of it.
          </p>
          {notes.map(({ id, version, mine, html, at }) => (
            <div key={id} className="picked">
              <Checkbox
                name="notes"
                value={`${id}-${version}`}
                label={`${mine ? 'You' : apart(other)}, ${dayAndTime(at, zone)}`}
              />
              <Prose html={html} />
            </div>
          ))}
        </fieldset>
      )}
      <div className="actions">
        <Button variant="primary">Hand it over</Button>
        <ButtonLink to={back} variant="quiet">
          Not now
        </ButtonLink>
      </div>
    </PostForm>
  );
}
