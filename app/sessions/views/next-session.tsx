import { addressOfSessions } from '#app/sessions/addresses.ts';
import type { SessionView } from '#app/sessions/queries/session-view.ts';
import { QuickReply } from '#app/sessions/replies/views/quick-reply.tsx';
import { readWords, whoComes } from '#app/sessions/words.ts';
import { apart } from '#app/ui/apart.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Empty, Eyebrow, Facts } from '#app/ui/page/page.tsx';
import { Place } from '#app/ui/page/place.tsx';

import { type Clocks, SessionTime, whenWords } from './session-when.tsx';

interface NextSessionProps {
  session: SessionView | null;
  circleSlug: string;
  /** the viewer's person id */
  me: number;
  /** a facilitator or the host */
  runs: boolean;
  clocks: Clocks;
}

/** When we meet next, in the largest type; what to read before it; whether I come. */
export function NextSession({ session, circleSlug, me, runs, clocks }: NextSessionProps) {
  const path = addressOfSessions(circleSlug);
  if (!session) return <NoSession path={path} runs={runs} />;
  const { id, state, read, agenda, facilitator, place } = session;
  const { coming, others } = whoComes(session.people, me);
  const here = `${path}/${id}`;
  return (
    <section aria-labelledby="next-session">
      <Eyebrow>{state === 'running' ? 'Happening now' : 'Next session'}</Eyebrow>
      <h2 id="next-session" className="text-3xl">
        <Link to={here} className="text-ink no-underline hover:underline">
          <SessionTime session={session} clocks={clocks} />
        </Link>
      </h2>
      <p className="mt-2 text-ink-2">{whenWords(session, clocks)}</p>
      <div className="my-6">
        <Facts
          items={[
            { term: 'Read before', value: read ? readWords(read) : 'Nothing this time' },
            {
              term: 'Coming',
              value: (
                <>
                  {coming}
                  {others && <p className="text-sm text-ink-2">{others}</p>}
                </>
              ),
            },
            {
              term: 'Agenda',
              value:
                agenda.length > 0 ? (
                  agenda.map(({ title }) => apart(title)).join(' · ')
                ) : runs ? (
                  <Link to={`${here}/agenda/edit`}>Not written yet: write it</Link>
                ) : (
                  'Not written yet'
                ),
            },
            {
              term: 'Runs it',
              value: (
                <>
                  {facilitator ? (facilitator.id === me ? 'You' : facilitator.name) : 'Nobody yet'}
                  {runs && (
                    <>
                      {' '}
                      <Link to={`${here}/duties`}>{facilitator ? 'Swap' : 'Choose'}</Link>
                    </>
                  )}
                </>
              ),
            },
            ...(place ? [{ term: 'Where', value: <Place place={place} /> }] : []),
          ]}
        />
      </div>
      <div className="flex flex-wrap items-start gap-3">
        {state === 'coming' && <QuickReply path={here} session={session} back="circle" />}
        <a className="btn btn-quiet" href={`${here}/session.ics`} download>
          Add to calendar
        </a>
        {runs && (
          <ButtonLink to={`${path}/new`} variant="quiet">
            Schedule a session
          </ButtonLink>
        )}
      </div>
    </section>
  );
}

function NoSession({ path, runs }: { path: string; runs: boolean }) {
  return (
    <section aria-labelledby="next-session">
      <h2 id="next-session">Next session</h2>
      <Empty
        title="No session is set yet."
        action={
          runs && (
            <ButtonLink to={`${path}/new`} variant="primary">
              Schedule a session
            </ButtonLink>
          )
        }
      >
        {runs
          ? 'An hour is enough for a first one: say why you are here and choose a book.'
          : 'Your facilitator sets it. It will stand here, in your own time.'}
      </Empty>
    </section>
  );
}
