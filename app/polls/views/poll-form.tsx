import type { PollFormData } from '#app/polls/queries/poll-form.server.ts';
import { pollQuestion, weekdayOptions } from '#app/polls/words.ts';
import { lengthsBeside } from '#app/sessions/rules/session.ts';
import { WHOSE_TURN } from '#app/sessions/words.ts';
import type { ShownZone } from '#app/time/local-time-fields.tsx';
import { dayOf } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Checkbox } from '#app/ui/forms/choice-field.tsx';
import { Field, Fieldset, Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { EnterButton } from '#app/ui/forms/row-drafts.tsx';
import { Details } from '#app/ui/page/page.tsx';
import { SlotFields } from './slot-fields.tsx';

interface PollFormProps extends Omit<PollFormData, 'kind'> {
  kind: 'dates' | 'weekly';
  submissionKey: string;
  reply: FormReply | undefined;
  zone: ShownZone;
  back: string;
}

const TIMES = [0, 1, 2, 3];

/** Which times, until when, and what for. Two steps: a pattern fills the list, which is changed then. */
export function PollForm(props: PollFormProps) {
  const { kind, choices, defaults, submissionKey, reply, zone, back } = props;
  return (
    <PostForm>
      <EnterButton value="fill" />
      <Hidden name="submissionKey" value={String(reply?.values.submissionKey ?? submissionKey)} />
      <Hidden name="zone" value={zone.shown} />
      <Hidden name="kind" value={kind} />
      <Fieldset
        legend="Fill in times"
        hint={`On clocks in ${clockCity(zone.shown)}. Everybody sees them on their own.`}
      >
        {kind === 'dates' && (
          <div className="grid grid-cols-2 gap-x-4 max-w-md">
            <Field name="from" type="date" label="From" defaultValue={defaults.from} />
            <Field name="to" type="date" label="To" defaultValue={defaults.to} />
          </div>
        )}
        <div className="poll-weekdays">
          {weekdayOptions.map(({ value, label }) => (
            <Checkbox
              key={value}
              name="weekdays"
              value={value}
              label={label}
              defaultChecked={defaults.weekdays.includes(value)}
            />
          ))}
        </div>
        <div className="poll-times">
          {TIMES.map((at) => (
            <Field
              key={at}
              name={`times[${at}].at`}
              type="time"
              label={at === 0 ? 'At' : <span className="sr-only">{`And at, ${at + 1}`}</span>}
              defaultValue={defaults.times[at] ?? ''}
            />
          ))}
        </div>
        <Button name="step" value="fill" formNoValidate formAction="#slots">
          Fill in these times
        </Button>
        {choices.earlier.length > 0 && (
          <div className="poll-copy">
            <Select
              name="earlier"
              label="Or take those of an earlier one"
              options={choices.earlier.map(({ id, kind, title, askedAt }) => ({
                value: id,
                label: `${apart(title) || pollQuestion(kind)}, ${dayOf(askedAt.slice(0, 10), 'short')}`,
              }))}
            />
            <Button name="step" value="copy" formNoValidate formAction="#slots">
              Take them
            </Button>
          </div>
        )}
      </Fieldset>
      {kind === 'weekly' && <FirstWeek from={defaults.from} />}
      <SlotFields kind={kind} given={defaults.slots} reply={reply} />
      <CloseFields defaults={defaults} />
      <Checkbox
        name="hides"
        label="Others’ answers stay hidden until one has answered"
        defaultChecked={false}
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field
          name="title"
          label="What it is about"
          hint="A few words, if you like."
          maxLength={120}
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
      <Details
        summary={
          kind === 'weekly' ? 'Where, and who runs them' : 'Where, what is read, and who runs it'
        }
      >
        <Field name="place" label="Where" defaultValue={defaults.place} maxLength={300} />
        <div className="grid gap-x-4 sm:grid-cols-2">
          {kind === 'dates' && (
            <Select
              name="milestoneId"
              label="Reading"
              defaultValue={defaults.milestoneId}
              options={[
                { value: '', label: 'Whatever is due by then' },
                ...choices.milestones.map(({ id, dueOn, title, words }) => ({
                  value: id,
                  label: `${apart(words || title)}, due ${dayOf(dueOn, 'short')}`,
                })),
              ]}
            />
          )}
          <Select
            name="facilitatorId"
            label={kind === 'weekly' ? 'Runs them' : 'Runs it'}
            defaultValue={defaults.facilitatorId}
            options={[
              { value: '', label: choices.takesTurns ? WHOSE_TURN : 'Nobody yet' },
              ...choices.people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
      </Details>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button variant="primary" name="step" value="">
          Ask the circle
        </Button>
        <ButtonLink to={back} variant="quiet">
          Not now
        </ButtonLink>
      </div>
    </PostForm>
  );
}

/** Of times of the week: the day on or after which each falls first. */
export const FirstWeek = ({ from }: { from: string }) => (
  <Field
    name="from"
    type="date"
    label="Beginning in the week from"
    hint="Each time is compared by its first day. Sessions begin with the one that is chosen."
    defaultValue={from}
  />
);

/** Until when a poll is answered; both may be empty. */
export function CloseFields({ defaults }: { defaults: { closesOn: string; closesTime: string } }) {
  return (
    <div className="grid max-w-md grid-cols-2 items-start gap-x-4">
      <Field
        name="closesOn"
        type="date"
        label="Answer until"
        defaultValue={defaults.closesOn}
        hint="Empty: until somebody chooses."
      />
      <Field name="closesTime" type="time" label="At" defaultValue={defaults.closesTime} />
    </div>
  );
}
