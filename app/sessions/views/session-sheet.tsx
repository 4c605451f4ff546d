import type { ReactNode } from 'react';
import { CALENDAR } from '#app/calendars/addresses.ts';
import { addressOfNewThread } from '#app/discussions/addresses.ts';
import { addressOfRecipesFor } from '#app/recipes/addresses.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { AgendaList, AgendaTotal } from '#app/sessions/agenda/views/agenda-list.tsx';
import type { SessionView } from '#app/sessions/queries/session-view.ts';
import { PeopleComing } from '#app/sessions/replies/views/people-coming.tsx';
import { ReplyForm } from '#app/sessions/replies/views/reply-form.tsx';
import { totalMinutes } from '#app/sessions/rules/session.ts';
import { When } from '#app/time/when.tsx';
import { timeIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Columns, Facts, NoticeBar, Page, Panel } from '#app/ui/page/page.tsx';
import { Place } from '#app/ui/page/place.tsx';

import { ReadBeforeWords } from './read-before.tsx';
import { type Clocks, SessionTime, whenWords } from './session-when.tsx';

export interface SessionSheetProps {
  session: SessionView;
  circleSlug: string;
  /** a facilitator or the host */
  runs: boolean;
  /** who runs this session, or may */
  leads: boolean;
  clocks: Clocks;
  /** who does what at it, as facts */
  duties: readonly { term: ReactNode; value: ReactNode }[];
  /** what has to follow from its new day or its cancellation */
  consequence?: ReactNode;
  /** how far the viewer has read */
  progress?: ReactNode;
  /** what is discussed about it */
  threads?: ReactNode;
  /** which series it is of */
  series?: ReactNode;
  /** what it opens with */
  opening?: ReactNode;
  /** what is asked at it */
  asks?: ReactNode;
  /** what more is said of an item of its agenda, by its id */
  aboutItem?: (id: number) => ReactNode;
}

/** One session: when, what to read before it, the agenda, and who comes. On paper, what is needed in the room. */
export function SessionSheet(props: SessionSheetProps) {
  const { session, circleSlug, runs, clocks, consequence, progress, threads, asks } = props;
  const { id, state, cancelled, agenda, people } = session;
  const path = addressOfSession(circleSlug, id);
  const over = state === 'past' || cancelled !== null;
  return (
    <Page>
      <Columns
        aside={
          <div className="print:hidden">
            <Block title={over ? 'Who said what' : 'Who is coming'}>
              <PeopleComing people={people} over={over} />
            </Block>
          </div>
        }
      >
        <header className="page-head">
          <p className="eyebrow">{eyebrow(session)}</p>
          <h1>
            <SessionTime session={session} clocks={clocks} />
          </h1>
          <p className="mt-3 text-ink-2">{whenWords(session, clocks)}</p>
          {props.series}
        </header>
        {cancelled && (
          <div className="mb-8">
            <NoticeBar
              tone="rubric"
              action={
                runs &&
                state === 'coming' && (
                  <ButtonLink to={`${path}/restoration`} variant="quiet" className="max-sm:-ml-2">
                    Hold it after all
                  </ButtonLink>
                )
              }
            >
              <p className="font-semibold">
                <bdi>{cancelled.by}</bdi> cancelled it on{' '}
                <When at={cancelled.at} zone={clocks.zone} style="day" />.
              </p>
              <p className="font-serif whitespace-pre-line">{cancelled.reason}</p>
            </NoticeBar>
          </div>
        )}
        {consequence && <div className="mb-8 print:hidden">{consequence}</div>}
        <SessionFacts session={session} duties={props.duties} />
        {progress && <div className="print:hidden">{progress}</div>}
        {state === 'coming' && !cancelled && (
          <div className="mt-8 print:hidden">
            <Panel title="Will you come?">
              <ReplyForm action={`${path}/reply`} session={session} />
            </Panel>
          </div>
        )}
        <div className="actions">
          <a className="btn" href={`${path}/session.ics`} download>
            {cancelled ? 'Mark it cancelled in my calendar' : 'Add to calendar'}
          </a>
          <ButtonLink to={CALENDAR} variant="quiet">
            All of them in my calendar
          </ButtonLink>
          {props.leads && state === 'running' && !cancelled && (
            <ButtonLink to={`${path}/close`}>It’s over</ButtonLink>
          )}
          {runs && !over && (
            <>
              <ButtonLink to={`${path}/edit`}>Change or move it</ButtonLink>
              {state === 'coming' && (
                <ButtonLink to={`${path}/cancellation`} variant="quiet">
                  Cancel it
                </ButtonLink>
              )}
            </>
          )}
        </div>
        {props.opening}
        <Block
          title="Agenda"
          action={
            agenda.length > 0 && (
              <AgendaTotal
                total={totalMinutes(agenda)}
                minutes={session.minutes}
                starts={timeIn(session.startsAt, clocks.zone)}
              />
            )
          }
        >
          {agenda.length > 0 ? (
            <AgendaList
              agenda={agenda}
              coming={people.filter(({ answer }) => answer === 'yes').length}
              about={props.aboutItem}
            />
          ) : (
            <p className="text-ink-2">Nothing on it yet.</p>
          )}
          {agenda.length > 0 && (
            <p className="mt-3">
              <Link to={`${path}/booklet`}>Print it with its cards</Link> ·{' '}
              <Link to={`${path}/projector`}>Show it on a wall</Link>
            </p>
          )}
          {props.leads && !over && (
            <div className="actions">
              <ButtonLink to={addressOfRecipesFor(circleSlug, id)}>Use a recipe</ButtonLink>
              <ButtonLink to={`${path}/agenda`}>Add a card</ButtonLink>
              <ButtonLink to={`${path}/agenda/edit`} variant="quiet">
                Change the agenda
              </ButtonLink>
            </div>
          )}
        </Block>
        <div className="print:hidden">
          {asks}
          <Block
            title="Talk about it"
            action={
              <WhileOpen>
                <ButtonLink to={`${addressOfNewThread(circleSlug)}?session=${id}`}>
                  Start a thread
                </ButtonLink>
              </WhileOpen>
            }
          >
            {threads || (
              <p className="text-ink-2">
                What comes up before or after the session can go into the discussion.
              </p>
            )}
          </Block>
        </div>
      </Columns>
    </Page>
  );
}

function SessionFacts({ session, duties }: Pick<SessionSheetProps, 'session' | 'duties'>) {
  const { read, place } = session;
  return (
    <Facts
      items={[
        {
          term: 'Read before',
          value: read ? <ReadBeforeWords read={read} /> : 'Nothing this time',
        },
        { term: 'Where', value: place ? <Place place={place} /> : 'Not said yet' },
        ...duties,
      ]}
    />
  );
}

function eyebrow({ title, state, cancelled }: SessionView): string {
  const standing = cancelled ? 'Cancelled' : state === 'running' ? 'Happening now' : '';
  if (standing || title) return [standing, title && apart(title)].filter(Boolean).join(' · ');
  return state === 'past' ? 'A session that was' : 'A session to come';
}
