import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import type { RoundView, Turn } from '#app/mentoring/rounds/queries/round-view.ts';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Page, PageHead } from '#app/ui/page/page.tsx';
import { listed } from '#app/ui/words.ts';
import type { RoundPageProps } from './round-page.tsx';
import { AskInTurn, TurnAnswer } from './turn-answer.tsx';
import { YourText } from './your-text.tsx';

interface RoundReadingProps extends RoundPageProps {
  round: NonNullable<RoundView['round']>;
  path: string;
  session: string;
}

const LOOK_AGAIN_MS = 4_000;
const LOOK_AGAIN_SECONDS = 15;

/** In the room: one is read after another, and who can help says so. */
export function RoundReading(props: RoundReadingProps) {
  const { view, round, me, path, session, writing, still } = props;
  const current = round.turns.find(({ state }) => state === 'now') ?? null;
  const next = round.turns.filter(({ state, closed }) => state === 'next' && !closed);
  const read = round.turns.filter(({ state }) => state === 'read');
  useLookAgain(!writing);
  if (writing && view.may.bring && !view.mine.sent) return <YourText {...props} sends />;
  const at = round.turns.filter(({ state }) => state !== 'next').length;
  return (
    <Page width="narrow">
      {!still && (
        <noscript>
          <meta httpEquiv="refresh" content={String(LOOK_AGAIN_SECONDS)} />
        </noscript>
      )}
      <div aria-live="polite">
        {current ? (
          <NowReading
            turn={current}
            of={`${at} of ${round.turns.length}`}
            mine={current.personId === me}
          />
        ) : round.nowId !== null ? (
          <PageHead title="Whose turn it was is here no more" lede="Go on with the next." />
        ) : round.turns.length === 0 ? (
          <PageHead
            title="Nobody has written one yet"
            lede="Write yours now: three quiet minutes, and it is read at once."
          />
        ) : (
          <PageHead title="That was all of them" lede="Who came late can still add theirs." />
        )}
      </div>
      {current && <TurnAnswer turn={current} path={path} isMine={current.personId === me} />}
      {view.may.lead && <Lead path={path} nowId={round.nowId} next={next[0] ?? null} />}
      {next.length > 0 && (
        <p className="mt-6 text-ink-2">Then: {listed(next.map(({ name }) => apart(name)))}.</p>
      )}
      {view.may.bring && !view.mine.sent && (
        <p className="mt-6">
          {view.mine.passes ? 'You pass this time. ' : 'You have not asked yet. '}
          <Link to={`${path}?write`}>Add yours: it is read last</Link>
        </p>
      )}
      {read.length > 0 && (
        <Block title="Read so far">
          {read.map((turn) => (
            <AskInTurn key={turn.personId} turn={turn} path={path} isMine={turn.personId === me} />
          ))}
        </Block>
      )}
      <noscript>
        <p className="hint mt-8">
          {still ? (
            <a href={path}>Let the page look again by itself</a>
          ) : (
            <>
              This page looks again every {LOOK_AGAIN_SECONDS} seconds.{' '}
              <a href={`${path}?still`}>Stop that</a>
            </>
          )}
        </p>
      </noscript>
      <p className="mt-8">
        <Link to={session}>The session</Link>
      </p>
    </Page>
  );
}

/** The page as it is now, a few times a minute while somebody looks, and when they come back to it. */
function useLookAgain(wanted: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!wanted || state !== 'idle') return;
    const look = () => {
      if (!document.hidden && navigator.onLine) revalidate();
    };
    const timer = setInterval(look, LOOK_AGAIN_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [wanted, revalidate, state]);
}

function NowReading({ turn, of, mine }: { turn: Turn; of: string; mine: boolean }) {
  const { name, title, closed } = turn;
  const who = mine ? 'You read' : `Now ${apart(name)}`;
  if (title === null) {
    return <PageHead eyebrow={of} title={who} lede="Listen: it is read in the room." />;
  }
  return (
    <>
      <PageHead eyebrow={`${who} · ${of}`} title={title} />
      {closed && <p className="text-ink-2">It is closed by now. Go on with the next.</p>}
    </>
  );
}

interface LeadProps {
  path: string;
  nowId: number | null;
  next: Turn | null;
}

/** What whoever runs the session presses. Whose turn was shown goes along: two go on once. */
function Lead({ path, nowId, next }: LeadProps) {
  const isOver = nowId === null && next === null;
  return (
    <div className="actions">
      {!isOver && (
        <PostForm action={`${path}/turn`}>
          <Hidden name="from" value={nowId ?? ''} />
          <Button>{next ? `Go on: ${apart(next.name)}` : 'Go on'}</Button>
        </PostForm>
      )}
      <PostForm action={`${path}/closing`}>
        <Button variant={isOver ? 'primary' : 'quiet'}>Close the round</Button>
      </PostForm>
    </div>
  );
}
