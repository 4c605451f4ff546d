import type { ReactNode } from 'react';
import { addressOfSessions } from '#app/sessions/addresses.ts';
import type { SessionLine } from '#app/sessions/queries/session-view.ts';
import { addressOfReminders } from '#app/sessions/reminders/addresses.ts';
import { saidWords } from '#app/sessions/words.ts';
import { When } from '#app/time/when.tsx';
import { elsewhere } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { apart } from '#app/ui/apart.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Block, Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { plural } from '#app/ui/words.ts';
import type { Clocks } from './session-when.tsx';

interface SessionListProps {
  coming: SessionLine[];
  past: SessionLine[];
  older: string | null;
  /** whether this is the first page */
  first: boolean;
  circleSlug: string;
  runs: boolean;
  clocks: Clocks;
  /** those that recur */
  series?: ReactNode;
  /** the polls that look for a time, above all sessions */
  polls: ReactNode;
  /** another way than setting one, for who runs them */
  find: ReactNode;
  /** other ways on from here */
  more?: ReactNode;
}

/** The circle's sessions: to come, then those that were. */
export function SessionList(props: SessionListProps) {
  const { coming, past, older, first, circleSlug, runs, clocks, polls, find } = props;
  const mail = useMailWords();
  const path = addressOfSessions(circleSlug);
  const schedule = runs && (
    <>
      <ButtonLink to={`${path}/new`} variant="primary">
        Schedule a session
      </ButtonLink>
      {find}
    </>
  );
  const lines = (sessions: SessionLine[]) => (
    <Rows>
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} path={path} clocks={clocks} />
      ))}
    </Rows>
  );
  return (
    <Page>
      <PageHead
        title="Sessions"
        actions={
          <>
            {coming.length > 0 && schedule}
            {props.more}
          </>
        }
      />
      {props.series}
      {first && runs && (
        <p>
          <Link to={addressOfReminders(circleSlug)}>When everybody is reminded</Link>
        </p>
      )}
      {first && polls}
      {first && (
        <Block title="To come">
          {coming.length > 0 ? (
            lines(coming)
          ) : (
            <Empty title="No session is set." action={schedule}>
              {runs
                ? 'Choose a day and a time; everyone is asked whether they come.'
                : `Your facilitator sets the next one. ${mail('You will get a mail.', 'It will stand here.')}`}
            </Empty>
          )}
        </Block>
      )}
      {past.length > 0 && (
        <Block title={first ? 'Before' : 'Earlier sessions'}>
          {lines(past)}
          <Pager newer={first ? null : path} older={older && `${path}?before=${older}`} />
        </Block>
      )}
      {!first && past.length === 0 && (
        <Empty title="Nothing earlier." action={<ButtonLink to={path}>All sessions</ButtonLink>} />
      )}
    </Page>
  );
}

interface SessionRowProps {
  session: SessionLine;
  path: string;
  clocks: Clocks;
}

function SessionRow({ session, path, clocks: { zone, circleZone, now } }: SessionRowProps) {
  const { id, title, startsAt, state, cancelled, facilitator, coming, mine, minutes } = session;
  const when = <When at={startsAt} zone={zone} now={now} />;
  const open = state === 'coming' && cancelled === null;
  const there = elsewhere(startsAt, zone, circleZone, now);
  const facts = [
    there && `${there} in ${clockCity(circleZone)}`,
    state === 'running' && cancelled === null ? 'happening now' : '',
    `${minutes} minutes`,
    facilitator ? `run by ${apart(facilitator)}` : '',
    coming > 0 ? `${coming} ${plural(coming, 'person', 'people')} said yes` : '',
    mine ? `you: ${saidWords[mine]}` : '',
  ].filter(Boolean);
  return (
    <Row
      title={cancelled === null ? when : <s className="text-ink-2">{when}</s>}
      to={`${path}/${id}`}
      new={open && mine === null ? 'Will you come?' : undefined}
      meta={
        <>
          {title && (
            <span className="text-ink">
              <bdi>{title}</bdi> ·{' '}
            </span>
          )}
          {cancelled === null ? facts.join(' · ') : `Cancelled: ${apart(cancelled)}`}
        </>
      }
    />
  );
}
