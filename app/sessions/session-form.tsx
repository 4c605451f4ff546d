import { useActionData } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Field, Select } from '#app/ui/field.tsx';
import { Hidden, PostForm } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { dayOf } from '#app/ui/format.ts';
import { Columns } from '#app/ui/page.tsx';
import { EnterButton, useRowDrafts } from '#app/ui/row-drafts.tsx';
import { type AgendaDraft, AgendaEditor } from './agenda-editor.tsx';
import { EveryonesDay } from './everyones-day.tsx';
import type { SessionChoices, SessionDefaults } from './queries/session-form.server.ts';
import { LENGTHS } from './rules/session.ts';
import { typedMinutes } from './rules/session-draft.ts';
import { TimeAnswer, type Unresolved } from './time-answer.tsx';

interface SessionFormProps {
  defaults: SessionDefaults;
  choices: SessionChoices;
  submissionKey?: string;
  version?: number;
  back: string;
}

const FORM = 'session-form';

/** When, where, what is read and what happens; beside it, what time it is for everyone. */
export function SessionForm(props: SessionFormProps) {
  const { defaults, choices, submissionKey, version, back } = props;
  const action = useActionData<{ form?: FormReply; resolved?: Unresolved } | undefined>();
  const reply = action?.form;
  const drafts = useRowDrafts('agenda', defaults.agenda as AgendaDraft[], reply);
  const live = useTyped(defaults, reply, drafts.rows);
  const isNew = version === undefined;
  return (
    <PostForm id={FORM} onInput={live.read}>
      {/* Enter never sends invitations: it only checks the time. */}
      <EnterButton value={isNew ? 'check' : ''} />
      {isNew ? (
        <Hidden name="submissionKey" value={String(reply?.values.submissionKey ?? submissionKey)} />
      ) : (
        <Hidden name="version" value={String(reply?.values.version ?? version)} />
      )}
      <Columns
        aside={
          <EveryonesDay
            date={live.date}
            time={live.time}
            zone={choices.zone}
            zones={choices.zones}
          />
        }
      >
        <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
          {/* A time that was offered and taken replaces the typed one: a new key, a new field. */}
          <Field
            key={`date ${reply?.values.date}`}
            name="date"
            type="date"
            label="Date"
            defaultValue={defaults.date}
            required
          />
          <Field
            key={`time ${reply?.values.time}`}
            name="time"
            type="time"
            label="Starts"
            defaultValue={defaults.time}
            hint={`${choices.zone}, the circle’s zone`}
            required
          />
          <Select
            name="minutes"
            label="Length"
            defaultValue={defaults.minutes}
            options={lengthOptions(defaults.minutes)}
          />
        </div>
        <TimeAnswer resolved={action?.resolved} />
        <Field
          name="title"
          label="What it is about"
          defaultValue={defaults.title}
          hint="A few words, if you like."
          maxLength={120}
        />
        <Field
          name="place"
          label="Where"
          defaultValue={defaults.place}
          hint="A link or a room. Only members see it."
          maxLength={300}
        />
        <div className="grid gap-x-4 sm:grid-cols-2">
          <Select
            name="milestoneId"
            label="Reading"
            defaultValue={defaults.milestoneId}
            options={[
              { value: '', label: 'Whatever is due by then' },
              ...milestoneOptions(choices),
            ]}
          />
          <Select
            name="facilitatorId"
            label="Runs it"
            defaultValue={defaults.facilitatorId}
            options={[
              { value: '', label: 'Nobody yet' },
              ...choices.people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
        <AgendaEditor
          drafts={drafts}
          shelves={choices.shelves}
          total={live.total}
          minutes={live.minutes}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" name="step" value="">
            {isNew ? 'Schedule and invite' : 'Save'}
          </Button>
          <ButtonLink to={back} variant="quiet">
            {isNew ? 'Not now' : 'Leave it as it is'}
          </ButtonLink>
        </div>
      </Columns>
    </PostForm>
  );
}

interface Typed {
  date: string;
  time: string;
  minutes: number;
  total: number;
}

/** What is typed right now, for what is said about it beside the fields. */
function useTyped(defaults: SessionDefaults, reply: FormReply | undefined, rows: unknown) {
  const [typed, setTyped] = useState<Typed>(() => {
    const values = { ...defaults, ...(reply?.values as Partial<SessionDefaults> | undefined) };
    return {
      date: values.date,
      time: values.time,
      minutes: Number(values.minutes) || 0,
      total: typedMinutes(values.agenda ?? []),
    };
  });
  const read = () => {
    const form = document.getElementById(FORM);
    if (form instanceof HTMLFormElement) setTyped(typedIn(new FormData(form)));
  };
  // Rows and replies change the form itself, without a word typed.
  useEffect(read, [rows, reply]);
  return { ...typed, read };
}

function typedIn(form: FormData): Typed {
  const text = (name: string) => String(form.get(name) ?? '');
  const minutes = [...form].flatMap(([name, value]) =>
    /^agenda\[\d+\]\.minutes$/.test(name) ? { minutes: String(value) } : [],
  );
  return {
    date: text('date'),
    time: text('time'),
    minutes: Number(text('minutes')) || 0,
    total: typedMinutes(minutes),
  };
}

function lengthOptions(current: string) {
  const known: number[] = [...LENGTHS];
  const own = Number(current);
  if (own > 0 && !known.includes(own)) known.push(own);
  return known.sort((a, b) => a - b).map((n) => ({ value: n, label: `${n} minutes` }));
}

function milestoneOptions({ milestones }: SessionChoices) {
  return milestones.map(({ id, dueOn, title, words }) => ({
    value: id,
    label: `${words || title}, due ${dayOf(dueOn, 'short')}`,
  }));
}
