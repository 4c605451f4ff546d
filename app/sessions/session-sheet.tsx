import { ButtonLink } from '#app/ui/button.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Block, Columns, Facts, NoticeBar, Page } from '#app/ui/page.tsx';
import { When } from '#app/ui/time.tsx';
import { AgendaList, AgendaTotal } from './agenda-list.tsx';
import { PeopleComing } from './people-coming.tsx';
import { Place } from './place.tsx';
import { ReplyForm } from './reply-form.tsx';
import { totalMinutes } from './rules/session.ts';
import type { SessionView } from './session-view.ts';
import { type Clocks, SessionTime, whenWords } from './session-when.tsx';
import { readWords } from './words.ts';

export interface SessionSheetProps {
  session: SessionView;
  circleSlug: string;
  me: number;
  /** a facilitator or the host */
  runs: boolean;
  clocks: Clocks;
  reply?: FormReply;
}

/** One session: when, what to read before it, the agenda, and who comes. */
export function SessionSheet({ session, circleSlug, me, runs, clocks, reply }: SessionSheetProps) {
  const { id, title, state, cancelled, agenda, people, mine } = session;
  const path = `/circles/${circleSlug}/sessions/${id}`;
  const over = state === 'past' || cancelled !== null;
  return (
    <Page>
      <Columns
        aside={
          <Block title={over ? 'Who said what' : 'Who is coming'}>
            <PeopleComing people={people} over={over} />
          </Block>
        }
      >
        <header className="page-head">
          <p className="eyebrow">{title || eyebrow(session)}</p>
          <h1>
            <SessionTime session={session} clocks={clocks} />
          </h1>
          <p className="mt-3 text-ink-2">{whenWords(session, clocks)}</p>
        </header>
        {cancelled && (
          <div className="mb-8">
            <NoticeBar tone="rubric">
              <p className="font-semibold">
                {cancelled.by} cancelled it{' '}
                <When at={cancelled.at} zone={clocks.zone} style="day" />.
              </p>
              <p className="font-serif whitespace-pre-line">{cancelled.reason}</p>
            </NoticeBar>
          </div>
        )}
        <SessionFacts session={session} me={me} />
        {state === 'coming' && !cancelled && (
          <div className="mt-8">
            <ReplyForm action={`${path}/reply`} mine={mine} reply={reply} />
          </div>
        )}
        <div className="actions">
          <a className="btn" href={`${path}/session.ics`} download>
            Add to calendar
          </a>
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
        <Block
          title="Agenda"
          action={
            agenda.length > 0 && (
              <AgendaTotal total={totalMinutes(agenda)} minutes={session.minutes} />
            )
          }
        >
          {agenda.length > 0 ? (
            <AgendaList agenda={agenda} />
          ) : (
            <p className="text-ink-2">Nothing on it yet.</p>
          )}
          {runs && !over && (
            <div className="actions">
              <ButtonLink to={`${path}/agenda`}>Add a card</ButtonLink>
              <ButtonLink to={`${path}/edit#agenda`} variant="quiet">
                Change the agenda
              </ButtonLink>
            </div>
          )}
        </Block>
        <Block
          title="Talk about it"
          action={
            <ButtonLink to={`/circles/${circleSlug}/threads/new?session=${id}`}>
              Start a thread
            </ButtonLink>
          }
        >
          <p className="text-ink-2">
            What comes up before or after the session can go into the discussion.
          </p>
        </Block>
      </Columns>
    </Page>
  );
}

function SessionFacts({ session, me }: Pick<SessionSheetProps, 'session' | 'me'>) {
  const { read, place, facilitator } = session;
  return (
    <Facts
      items={[
        {
          term: 'Read before',
          value: read ? (
            <>
              {readWords(read)} <cite className="text-ink-2">{read.bookTitle}</cite>
            </>
          ) : (
            'Nothing this time'
          ),
        },
        { term: 'Where', value: place ? <Place place={place} /> : 'Not said yet' },
        {
          term: 'Runs it',
          value: facilitator ? (facilitator.id === me ? 'You' : facilitator.name) : 'Nobody yet',
        },
      ]}
    />
  );
}

function eyebrow({ state, cancelled }: SessionView): string {
  if (cancelled) return 'Cancelled';
  if (state === 'running') return 'Happening now';
  return state === 'past' ? 'A session that was' : 'A session to come';
}
