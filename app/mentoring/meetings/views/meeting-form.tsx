import type { ReactNode } from 'react';
import { lengthsBeside } from '#app/sessions/rules/session.ts';
import { LocalTimeFields, type ShownZone } from '#app/time/local-time-fields.tsx';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field, Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { EnterButton } from '#app/ui/forms/row-drafts.tsx';

export interface MeetingFields {
  date: string;
  time: string;
  minutes: string;
  place: string;
}

interface MeetingFormProps {
  defaults: MeetingFields;
  reply: FormReply | undefined;
  zone: ShownZone;
  /** what can be done about a time that never comes, or comes twice */
  timeAnswer: ReactNode;
  /** of a new meeting */
  submissionKey?: string;
  /** of a saved one */
  version?: number;
  back: string;
}

/** When the two talk, how long and where. */
export function MeetingForm(props: MeetingFormProps) {
  const { defaults, reply, zone, timeAnswer, submissionKey, version, back } = props;
  const isNew = version === undefined;
  return (
    <PostForm>
      {/* Enter never sends an invitation: it only checks the time. */}
      <EnterButton value={isNew ? 'check' : ''} />
      {isNew ? (
        <Hidden name="submissionKey" value={String(reply?.values.submissionKey ?? submissionKey)} />
      ) : (
        <Hidden name="version" value={String(reply?.values.version ?? version)} />
      )}
      <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
        <LocalTimeFields
          labels={{ date: 'Date', time: 'Starts' }}
          defaults={defaults}
          reply={reply}
          zone={zone}
          whose="your"
        />
        <Select
          name="minutes"
          label="Length"
          defaultValue={defaults.minutes}
          options={lengthsBeside(defaults.minutes).map((n) => ({
            value: n,
            label: `${n} minutes`,
          }))}
        />
      </div>
      {timeAnswer}
      <Field
        name="place"
        label="Where"
        defaultValue={defaults.place}
        hint="A link, a phone number, a bench. Only the two of you see it."
        maxLength={300}
      />
      <div className="actions">
        <Button variant="primary" name="step" value="">
          {isNew ? 'Set it' : 'Save'}
        </Button>
        <ButtonLink to={back} variant="quiet">
          {isNew ? 'Not now' : 'Leave it as it is'}
        </ButtonLink>
      </div>
    </PostForm>
  );
}
