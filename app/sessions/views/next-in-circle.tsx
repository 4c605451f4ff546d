import { addressOfNewSession } from '#app/sessions/addresses.ts';
import type { UpcomingSession } from '#app/sessions/queries/session-view.ts';
import { saidWords } from '#app/sessions/words.ts';
import { relative } from '#app/time/words.ts';
import { Link } from '#app/ui/page/link.tsx';
import { ReadBeforeWords } from './read-before.tsx';
import { SessionTime } from './session-when.tsx';

interface NextInCircleProps {
  /** null when none is scheduled */
  session: UpcomingSession | null;
  circleSlug: string;
  /** a facilitator or the host */
  runs: boolean;
  /** ISO, the loader's */
  now: string;
  /** the viewer's */
  zone: string;
}

/** What home says of a circle: when it meets next, what to read before, what the viewer said. */
export function NextInCircle({ session, circleSlug, runs, now, zone }: NextInCircleProps) {
  if (!session) {
    return (
      <>
        No session is set. {runs && <Link to={addressOfNewSession(circleSlug)}>Schedule one</Link>}
      </>
    );
  }
  const { startsAt, state, read, mine, circle } = session;
  const clocks = { now, zone, circleZone: circle.timeZone };
  return (
    <>
      <p>
        <SessionTime session={session} clocks={clocks} />
        {state === 'running' ? ' · happening now' : ` · ${relative(startsAt, now, zone)}`}
        {mine.answer && ` · you: ${saidWords[mine.answer]}`}
      </p>
      <p>
        {read ? (
          <>
            Read before: <ReadBeforeWords read={read} />
          </>
        ) : (
          'Nothing to read before it'
        )}
      </p>
    </>
  );
}
