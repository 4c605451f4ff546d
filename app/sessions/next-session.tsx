import { Link } from '@remix-run/react';
import { ButtonLink } from '#app/ui/button.tsx';
import { Hidden, PostForm } from '#app/ui/form.tsx';
import { Empty, Eyebrow, Facts } from '#app/ui/page.tsx';
import { Place } from './place.tsx';
import { ReplyButtons } from './reply-buttons.tsx';
import type { SessionView } from './session-view.ts';
import { type Clocks, SessionTime, whenWords } from './session-when.tsx';
import { comingWords, readWords } from './words.ts';

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
  const path = `/circles/${circleSlug}/sessions`;
  if (!session) return <NoSession path={path} runs={runs} />;
  const { id, state, mine, read, agenda, facilitator, place } = session;
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
              term: 'Agenda',
              value:
                agenda.length > 0 ? (
                  agenda.map(({ title }) => title).join(', ')
                ) : runs ? (
                  <Link to={`${here}/edit`}>Not written yet: write it</Link>
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
                      <Link to={`${here}/edit`}>{facilitator ? 'Swap' : 'Choose'}</Link>
                    </>
                  )}
                </>
              ),
            },
            ...(place ? [{ term: 'Where', value: <Place place={place} /> }] : []),
          ]}
        />
      </div>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        {state === 'coming' && (
          <PostForm action={`${here}/reply`} className="max-sm:w-full">
            <Hidden name="back" value="circle" />
            <ReplyButtons mine={mine.answer} />
          </PostForm>
        )}
        <a className="btn btn-quiet" href={`${here}/session.ics`} download>
          Add to calendar
        </a>
      </div>
      {mine.before && (
        <p className="text-sm font-semibold text-rubric">
          It has moved since you answered. Can you come then?
        </p>
      )}
      <p className="text-sm text-ink-2">{comingWords(session.people)}</p>
    </section>
  );
}

function NoSession({ path, runs }: { path: string; runs: boolean }) {
  return (
    <section aria-labelledby="next-session" className="border-b border-rule pb-6">
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
