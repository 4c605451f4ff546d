import { useActionData } from '@remix-run/react';
import { useState } from 'react';
import type { SeriesChoices, SeriesDefaults } from '#app/series/queries/series-form.server.ts';
import { WEEKDAYS } from '#app/series/words.ts';
import { lengthsBeside } from '#app/sessions/rules/session.ts';
import { EveryonesDayTable } from '#app/sessions/schedule/views/everyones-day.tsx';
import { isSameZone, zoneCity, zoneLabel } from '#app/time/zones.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Segmented } from '#app/ui/forms/choice-field.tsx';
import { Field, Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { EnterButton } from '#app/ui/forms/row-drafts.tsx';
import { SeriesEnd } from './series-end.tsx';
import { SeriesRhythm } from './series-rhythm.tsx';

export interface SeriesFormProps {
  defaults: SeriesDefaults;
  choices: SeriesChoices;
  circleZone: string;
  /** of a new series */
  submissionKey?: string;
  /** of a saved one */
  version?: number;
  /** the session that is repeated, or from which on it may be changed */
  session: number | null;
  back: string;
}

const FORM = 'series-form';

/** When it recurs, where, and until when; beside the time, what it is on everyone’s clock. */
export function SeriesForm(props: SeriesFormProps) {
  const { defaults, choices, circleZone, submissionKey, version, session, back } = props;
  const reply = useActionData<{ form?: FormReply } | undefined>()?.form;
  const isNew = version === undefined;
  const typed = { ...defaults, ...(reply?.values as Partial<SeriesDefaults> | undefined) };
  const [live, setLive] = useState({ date: typed.date, time: typed.time });
  const read = () => {
    const form = document.getElementById(FORM);
    if (!(form instanceof HTMLFormElement)) return;
    const sent = new FormData(form);
    setLive({ date: String(sent.get('date') ?? ''), time: String(sent.get('time') ?? '') });
  };
  return (
    <PostForm id={FORM} className="series-form" onInput={read}>
      {/* Enter never tells everybody: it only checks the time. */}
      <EnterButton value="check" />
      {isNew ? (
        <Hidden name="submissionKey" value={String(reply?.values.submissionKey ?? submissionKey)} />
      ) : (
        <Hidden name="version" value={String(reply?.values.version ?? version)} />
      )}
      {session !== null && <Hidden name="session" value={session} />}
      <div className="grid gap-x-[clamp(2.25rem,5vw,4.5rem)] grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_19rem] lg:grid-rows-[auto_1fr]">
        <div>
          {!isNew && session !== null && (
            <Segmented
              name="scope"
              legend="What changes"
              defaultValue="following"
              required
              options={[
                { value: 'following', label: 'This one and the following' },
                { value: 'all', label: 'All to come' },
              ]}
            />
          )}
          <When defaults={defaults} circleZone={circleZone} shown={typed.zone} isNew={isNew} />
          <SeriesRhythm defaults={defaults} days={WEEKDAYS} />
        </div>
        <aside className="mb-8 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mb-0">
          <EveryonesDayTable {...live} choice={undefined} zone={typed.zone} zones={choices.zones} />
        </aside>
        <div>
          <SeriesEnd defaults={defaults} readings={choices.readings} />
          <Field
            name="title"
            label="What they are about"
            defaultValue={defaults.title}
            hint="A few words, if you like. Each can have its own."
            maxLength={120}
          />
          <Field
            name="place"
            label="Where"
            defaultValue={defaults.place}
            hint="A link or a room. Only members see it."
            maxLength={300}
          />
          <Select
            name="facilitatorId"
            label="Runs them"
            defaultValue={defaults.facilitatorId}
            options={[
              { value: '', label: 'Nobody yet, or whose turn it is' },
              ...choices.people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="primary" name="step" value="">
              {isNew ? 'Set them and tell everyone' : 'Save and tell everyone'}
            </Button>
            <ButtonLink to={back} variant="quiet">
              {isNew ? 'Not now' : 'Leave it as it is'}
            </ButtonLink>
          </div>
        </div>
      </div>
    </PostForm>
  );
}

interface WhenProps {
  defaults: SeriesDefaults;
  circleZone: string;
  /** whose clocks the form shows */
  shown: string;
  isNew: boolean;
}

function When({ defaults, circleZone, shown, isNew }: WhenProps) {
  const isOthers = !isSameZone(defaults.zone, circleZone);
  return (
    <>
      <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
        <Field
          name="date"
          type="date"
          label={isNew ? 'First one' : 'From'}
          defaultValue={defaults.date}
          required
        />
        <Field
          name="time"
          type="time"
          label="Starts"
          defaultValue={defaults.time}
          hint={isOthers ? undefined : `${zoneLabel(shown)}, the circle’s zone`}
          required
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
      {isOthers ? (
        <Segmented
          name="zone"
          legend="Whose clocks are meant?"
          hint={`The circle keeps ${zoneCity(circleZone)}’s by now; these were set on ${zoneCity(defaults.zone)}’s.`}
          required
          defaultValue={defaults.zone}
          options={[defaults.zone, circleZone].map((zone) => ({
            value: zone,
            label: zoneCity(zone),
          }))}
        />
      ) : (
        <Hidden name="zone" value={shown} />
      )}
    </>
  );
}
