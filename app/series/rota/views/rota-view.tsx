import { addressOfRota } from '#app/series/rota/addresses.ts';
import type { PersonInLine, RotaPage } from '#app/series/rota/queries/rota.server.ts';
import { DUTIES, type Duty } from '#app/series/rota/rules/turn.ts';
import { dutyWords } from '#app/series/rota/words.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { When } from '#app/time/when.tsx';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Checkbox } from '#app/ui/forms/choice-field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Block, Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';

interface RotaViewProps {
  rota: RotaPage;
  circleSlug: string;
  /** the viewer's person id */
  me: number;
  /** a facilitator or the host */
  runs: boolean;
  clocks: { zone: string };
  /** of what is saved, after a form that was too late */
  version?: string;
}

const TITLES: Record<Duty, string> = {
  run: 'Who runs the next one',
  notes: 'Who takes notes next',
};

/** Whose turn it is: the sessions to come, who is next, who did it lately, and one's own pause. */
export function RotaView({ rota, circleSlug, me, runs, clocks, version }: RotaViewProps) {
  const { turns, lines, coming, pause } = rota;
  const on = DUTIES.filter((duty) => turns[duty]);
  return (
    <Page>
      <PageHead
        title="Whose turn it is"
        lede={
          on.length > 0
            ? 'Whoever did it least lately is next. Nobody has to: say that you can’t, and the next one is asked.'
            : 'Running a session can go round, and so can taking its notes. Nothing goes round here yet.'
        }
        actions={
          on.length > 0 &&
          (pause ? (
            <PostForm action={`${addressOfRota(circleSlug)}/return`}>
              <Button>Give me turns again</Button>
            </PostForm>
          ) : (
            <ButtonLink to={`${addressOfRota(circleSlug)}/pause`}>
              No turn for me for now
            </ButtonLink>
          ))
        }
      />
      {pause && on.length > 0 && (
        <p className="mb-8">
          You are given none {pause.until ? `until ${dayOf(pause.until)}` : 'for now'}.
        </p>
      )}
      <Block title="The sessions to come">
        {coming.length > 0 ? (
          <Rows label="The sessions to come">
            {coming.map(({ sessionId, startsAt, run, notes }) => (
              <Row
                key={sessionId}
                title={<When at={startsAt} zone={clocks.zone} />}
                to={`${addressOfSession(circleSlug, sessionId)}/duties`}
                meta={[
                  `${dutyWords.run}: ${run ? named(run, me) : 'nobody yet'}`,
                  (turns.notes || notes) &&
                    `${dutyWords.notes.toLowerCase()}: ${notes ? named(notes, me) : 'nobody yet'}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </Rows>
        ) : (
          <Empty title="No session is set.">Once one is, whoever is next is asked to run it.</Empty>
        )}
      </Block>
      {on.map((duty) => (
        <Block key={duty} title={TITLES[duty]}>
          <ol className="rows" aria-label={TITLES[duty]}>
            {lines[duty].map((person) => (
              <Row
                key={person.id}
                mark={<PersonMark name={person.name} size="small" />}
                title={named(person, me)}
                meta={<Lately person={person} zone={clocks.zone} />}
              />
            ))}
          </ol>
        </Block>
      ))}
      {runs && (
        <WhileOpen>
          <Block title="What goes round">
            <PostForm aria-label="What goes round">
              <Hidden name="version" value={version ?? String(rota.version)} />
              <Checkbox
                name="runs"
                label="Running a session"
                hint="The next two sessions that nobody runs go to whoever is next."
                defaultChecked={turns.run}
              />
              <Checkbox name="notes" label="Taking its notes" defaultChecked={turns.notes} />
              <Button>Save</Button>
            </PostForm>
          </Block>
        </WhileOpen>
      )}
    </Page>
  );
}

const named = ({ id, name }: { id: number; name: string }, me: number) =>
  id === me ? 'you' : apart(name);

function Lately({ person, zone }: { person: PersonInLine; zone: string }) {
  const { waits, until, coming, last } = person;
  if (waits === 'paused') return <>{until ? `pauses until ${dayOf(until)}` : 'pauses'}</>;
  if (waits === 'new') return <>has been at no session yet</>;
  return (
    <>
      {coming && 'has the next one'}
      {coming && last && ' · '}
      {last && (
        <>
          last on <When at={last} zone={zone} style="day" />
        </>
      )}
      {!coming && !last && 'not lately'}
    </>
  );
}
