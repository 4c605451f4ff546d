import { addressOfDuties, addressOfRota } from '#app/series/rota/addresses.ts';
import type { DutiesView, Turn } from '#app/series/rota/queries/duties.server.ts';
import { DUTIES, type Duty } from '#app/series/rota/rules/turn.ts';
import { dutyWords, needsWords, volunteerWords } from '#app/series/rota/words.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { FEWEST_NEEDED, MOST_NEEDED } from '#app/sessions/rules/session.ts';
import { dayAndTime } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field, Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Details, Page, PageHead } from '#app/ui/page/page.tsx';

export interface DutiesPageProps {
  duties: DutiesView;
  sessionId: number;
  circleSlug: string;
  me: number;
  when: string;
  zone: string;
  /** who runs it, or may */
  leads: boolean;
  /** it is over or cancelled, or its circle is archived */
  closed: boolean;
  people: readonly { id: number; name: string }[];
  coming: readonly Turn[];
  version: string;
}

/** Who does what at a session, and what one can do about it. */
export function DutiesPage(props: DutiesPageProps) {
  const { duties, sessionId, circleSlug, when, leads, closed } = props;
  const shown = DUTIES.filter(
    (duty) => duty === 'run' || duties.turns.notes || duties.notes || !closed,
  );
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={when}
        title="Who does what"
        lede={duties.needs === null ? undefined : needsWords(duties.coming, duties.needs)}
      />
      {shown.map((duty) => (
        <DutyBlock key={duty} {...props} duty={duty} />
      ))}
      {leads && !closed && <DutiesForm {...props} />}
      <p className="mt-6">
        <Link to={addressOfSession(circleSlug, sessionId)}>Back to the session</Link>
        {' · '}
        <Link to={addressOfRota(circleSlug)}>Whose turn it is</Link>
      </p>
    </Page>
  );
}

function DutyBlock(props: DutiesPageProps & { duty: Duty }) {
  const { duty, duties, me, leads, closed, circleSlug, sessionId, coming } = props;
  const holder = duties[duty];
  const path = addressOfDuties(circleSlug, sessionId);
  const isMine = holder?.id === me;
  const others = coming.filter((turn) => {
    const theirs = turn[duty];
    return turn.sessionId !== sessionId && theirs !== null && theirs.id !== me;
  });
  return (
    <Block title={dutyWords[duty]}>
      <p className="text-lg">{holder ? isMine ? 'You' : <bdi>{holder.name}</bdi> : 'Nobody yet'}</p>
      {!closed && (
        <div className="actions">
          {!holder && (
            <PostForm action={`${path}/volunteering`}>
              <Hidden name="duty" value={duty} />
              <Button>{volunteerWords[duty]}</Button>
            </PostForm>
          )}
          {holder && (isMine || leads) && (
            <PostForm action={`${path}/passing`}>
              <Hidden name="duty" value={duty} />
              <Hidden name="holder" value={holder.id} />
              <Button>
                {isMine
                  ? duties.turns[duty]
                    ? 'I can’t: ask the next one'
                    : 'I can’t'
                  : `Ask somebody else than ${apart(holder.name)}`}
              </Button>
            </PostForm>
          )}
        </div>
      )}
      {!closed && isMine && others.length > 0 && (
        <Details summary="Swap with somebody">
          <p className="mb-3 text-ink-2">
            You take theirs, they take yours, and they are told. They can pass it on, too.
          </p>
          <PostForm action={`${path}/swapping`}>
            <Hidden name="duty" value={duty} />
            <Select
              name="session"
              label="Whose turn you take instead"
              options={others.map((turn) => ({
                value: turn.sessionId,
                label: `${apart(turn[duty]?.name ?? '')}, ${dayAndTime(turn.startsAt, props.zone)}`,
              }))}
            />
            <Button>Swap</Button>
          </PostForm>
        </Details>
      )}
    </Block>
  );
}

function DutiesForm({ duties, people, circleSlug, sessionId, version }: DutiesPageProps) {
  const options = (duty: Duty) => [
    { value: '', label: duties.turns[duty] ? 'Whose turn it is' : 'Nobody yet' },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Block title="For this session">
      <PostForm aria-label="For this session">
        <Hidden name="version" value={version} />
        <div className="grid gap-x-4 sm:grid-cols-2">
          <Select
            name="facilitatorId"
            label={dutyWords.run}
            defaultValue={String(duties.run?.id ?? '')}
            options={options('run')}
          />
          <Select
            name="noteTakerId"
            label={dutyWords.notes}
            defaultValue={String(duties.notes?.id ?? '')}
            options={options('notes')}
          />
        </div>
        <Field
          name="needs"
          label="Worth it with"
          type="number"
          min={FEWEST_NEEDED}
          max={MOST_NEEDED}
          defaultValue={duties.needs === null ? '' : String(duties.needs)}
          hint="How many it takes, if that matters. A week before, those who have not said are asked."
          className="max-w-md"
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">Save</Button>
          <ButtonLink to={addressOfSession(circleSlug, sessionId)} variant="quiet">
            Leave it as it is
          </ButtonLink>
        </div>
      </PostForm>
    </Block>
  );
}
