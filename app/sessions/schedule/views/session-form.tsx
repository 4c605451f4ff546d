import { useActionData } from '@remix-run/react';
import type { CardsToChoose } from '#app/sessions/agenda/queries/cards-to-choose.server.ts';
import { type AgendaDraft, AgendaEditor } from '#app/sessions/agenda/views/agenda-editor.tsx';
import type { CardParts } from '#app/sessions/agenda/views/look-for-cards.tsx';
import { lengthsBeside } from '#app/sessions/rules/session.ts';
import type {
  SessionChoices,
  SessionDefaults,
} from '#app/sessions/schedule/queries/session-form.server.ts';
import { WHOSE_TURN } from '#app/sessions/words.ts';
import type { Unresolved } from '#app/time/local-time.ts';
import { LocalTimeFields, type ShownZone, useShownZone } from '#app/time/local-time-fields.tsx';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field, Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { EnterButton, useRowDrafts } from '#app/ui/forms/row-drafts.tsx';
import { EveryonesDayTable } from './everyones-day.tsx';
import { TimeAnswer } from './time-answer.tsx';
import { useTypedSession } from './typed-session.ts';

interface SessionFormProps {
  defaults: SessionDefaults;
  choices: SessionChoices;
  cards: CardParts;
  /** of a new session */
  submissionKey?: string;
  /** of a saved one */
  version?: number;
  back: string;
}

/** What the form was answered with. */
interface SessionReply {
  form?: FormReply;
  resolved?: Unresolved;
  found?: CardsToChoose | null;
}

const FORM = 'session-form';

/** When, where, what is read and what happens; beside the time, what it is on everyone's clock. */
export function SessionForm(props: SessionFormProps) {
  const { defaults, choices, cards, submissionKey, version, back } = props;
  const action = useActionData<SessionReply | undefined>();
  const reply = action?.form;
  const drafts = useRowDrafts('agenda', defaults.agenda as AgendaDraft[], reply);
  const live = useTypedSession(FORM, defaults, reply, drafts.rows);
  const isNew = version === undefined;
  const { zones } = choices;
  const zone = useShownZone(choices.zone, reply);
  return (
    <PostForm id={FORM} onInput={live.read}>
      {/* Enter never sends invitations: it only checks the time. */}
      <EnterButton value={isNew ? 'check' : ''} />
      {isNew ? (
        <Hidden name="submissionKey" value={String(reply?.values.submissionKey ?? submissionKey)} />
      ) : (
        <Hidden name="version" value={String(reply?.values.version ?? version)} />
      )}
      <div className="grid gap-x-[clamp(2.25rem,5vw,4.5rem)] grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_19rem] lg:grid-rows-[auto_1fr]">
        <div>
          <When defaults={defaults} zone={zone} reply={reply} resolved={action?.resolved} />
        </div>
        {/* On a phone it follows the time it is about; where there is room it stands beside the form. */}
        <aside className="mb-8 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mb-0">
          <EveryonesDayTable
            date={live.date}
            time={live.time}
            choice={live.choice}
            zone={zone.shown}
            zones={zones}
          />
        </aside>
        <div>
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
                { value: '', label: choices.takesTurns ? WHOSE_TURN : 'Nobody yet' },
                ...choices.people.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </div>
          <AgendaEditor
            drafts={drafts}
            shelves={choices.shelves}
            cards={cards}
            found={action?.found ?? null}
            starts={live.time}
            typed={live.rows}
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
        </div>
      </div>
    </PostForm>
  );
}

interface WhenProps {
  defaults: SessionDefaults;
  zone: ShownZone;
  reply: FormReply | undefined;
  resolved: Unresolved | undefined;
}

function When({ defaults, zone, reply, resolved }: WhenProps) {
  const { date, time } = (reply?.values ?? defaults) as { date: string; time: string };
  return (
    <>
      <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
        <LocalTimeFields
          labels={{ date: 'Date', time: 'Starts' }}
          defaults={defaults}
          reply={reply}
          zone={zone}
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
      <TimeAnswer
        resolved={reply ? resolved : (defaults.twice ?? undefined)}
        date={date}
        time={time}
        zone={zone.shown}
        choice={defaults.choice}
      />
    </>
  );
}

function milestoneOptions({ milestones }: SessionChoices) {
  return milestones.map(({ id, dueOn, title, words }) => ({
    value: id,
    label: `${apart(words || title)}, due ${dayOf(dueOn, 'short')}`,
  }));
}
