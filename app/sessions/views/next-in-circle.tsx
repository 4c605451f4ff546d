import { addressOfNewSession, addressOfSession } from '#app/sessions/addresses.ts';
import type { UpcomingSession } from '#app/sessions/queries/session-view.ts';
import { QuickReply } from '#app/sessions/replies/views/quick-reply.tsx';
import { saidWords } from '#app/sessions/words.ts';
import { relative } from '#app/time/words.ts';
import { Link } from '#app/ui/page/link.tsx';
import { capital } from '#app/ui/words.ts';
import { ReadBeforeWords } from './read-before.tsx';
import { SessionTime } from './session-when.tsx';

interface NextInCircleProps {
  /** null when none is scheduled */
  session: UpcomingSession | null;
  circleSlug: string;
  /** a facilitator or the host */
  runs: boolean;
  /** with the three buttons */
  isAnsweredHere: boolean;
  /** ISO, the loader's */
  now: string;
  /** the viewer's */
  zone: string;
}

/** What home says of a circle: when it meets next, what to read before, what the viewer said. */
export function NextInCircle(props: NextInCircleProps) {
  const { session, circleSlug, runs, isAnsweredHere, now, zone } = props;
  if (!session) {
    return (
      <p>
        No session is set. {runs && <Link to={addressOfNewSession(circleSlug)}>Schedule one</Link>}
      </p>
    );
  }
  const { startsAt, state, read, mine, circle, readyToAsk } = session;
  const clocks = { now, zone, circleZone: circle.timeZone };
  const path = addressOfSession(circleSlug, session.id);
  return (
    <>
      <p className="circle-card-when">
        <Link to={path}>
          <SessionTime session={session} clocks={clocks} />
        </Link>
      </p>
      <p>
        {state === 'running' ? 'Happening now' : capital(relative(startsAt, now, zone))}
        {mine.answer && !isAnsweredHere && ` · you: ${saidWords[mine.answer]}`}
        {read && (
          <>
            {' · read before: '}
            <ReadBeforeWords read={read} />
          </>
        )}
        {readyToAsk === false && ' · bring one ask'}
      </p>
      {isAnsweredHere && (
        <div className="circle-card-reply">
          <p className="mb-2 font-semibold">Will you come?</p>
          <QuickReply path={path} session={session} back="home" />
        </div>
      )}
    </>
  );
}
