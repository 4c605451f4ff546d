import { addressOfRound } from '#app/mentoring/addresses.ts';
import type { RoundView } from '#app/mentoring/rounds/queries/round-view.ts';
import { roundTitle } from '#app/mentoring/rounds/words.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { dayAndTime } from '#app/time/words.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { NoticeBar, Page, PageHead } from '#app/ui/page/page.tsx';
import type { StandingAsk } from './round-ask-form.tsx';
import { RoundBefore } from './round-before.tsx';
import { RoundClosed } from './round-closed.tsx';
import { RoundReading } from './round-reading.tsx';

export interface RoundPageProps {
  view: RoundView;
  circleSlug: string;
  /** the viewer's person id */
  me: number;
  clocks: { now: string; zone: string };
  submissionKey: string;
  /** the viewer adds theirs to a round that is read */
  writing: boolean;
  /** the page is not to look again by itself */
  still: boolean;
  /** what another window saved meanwhile */
  theirs?: StandingAsk | undefined;
}

/** A session at which everybody asks: before it, while it is read round, and what came of it. */
export function RoundPage(props: RoundPageProps) {
  const { view, circleSlug, clocks } = props;
  const { round, cancelled, startsAt, sessionId } = view;
  const session = addressOfSession(circleSlug, sessionId);
  if (!round) return <NoRound {...props} session={session} />;
  const path = addressOfRound(circleSlug, sessionId);
  if (round.stage === 'closed') {
    return <RoundClosed {...props} round={round} path={path} session={session} />;
  }
  if (round.stage === 'reading') {
    return <RoundReading {...props} round={round} path={path} session={session} />;
  }
  return (
    <Page>
      <PageHead
        eyebrow={dayAndTime(startsAt, clocks.zone, clocks.now)}
        title={roundTitle(startsAt, clocks)}
        actions={<ButtonLink to={session}>The session</ButtonLink>}
      />
      {cancelled && (
        <NoticeBar tone="rubric">
          The session is off. What was written for it stays its writers’ draft.
        </NoticeBar>
      )}
      <RoundBefore {...props} round={round} path={path} />
    </Page>
  );
}

function NoRound({ view, circleSlug, clocks, session }: RoundPageProps & { session: string }) {
  const { may, startsAt, sessionId } = view;
  const lede = may.set
    ? 'An ask round, half an hour. Each writes one ask beforehand, they are read round, and offers are made on the spot. Everybody brings one, so it costs nobody anything. Its cards go on the agenda, and everyone else is told.'
    : 'No round of asks is set for this session.';
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={dayAndTime(startsAt, clocks.zone, clocks.now)}
        title={may.set ? `${roundTitle(startsAt, clocks)}?` : 'A round of asks'}
        lede={lede}
      />
      <div className="flex flex-wrap gap-3">
        {may.set && (
          <PostForm action={`${addressOfRound(circleSlug, sessionId)}/setting`}>
            <Button variant="primary">{roundTitle(startsAt, clocks)}</Button>
          </PostForm>
        )}
        <ButtonLink to={session} variant="quiet">
          The session
        </ButtonLink>
      </div>
    </Page>
  );
}
