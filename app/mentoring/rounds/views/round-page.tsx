import { addressOfRound } from '#app/mentoring/addresses.ts';
import type { RoundView } from '#app/mentoring/rounds/queries/round-view.ts';
import { aboutRounds, roundTitle } from '#app/mentoring/rounds/words.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { dayAndTime } from '#app/time/words.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { NoticeBar, Page, PageHead } from '#app/ui/page/page.tsx';
import type { StandingAsk } from './round-ask-form.tsx';
import { RoundBefore } from './round-before.tsx';
import { RoundClosed } from './round-closed.tsx';
import { RoundReading } from './round-reading.tsx';
import { YourText } from './your-text.tsx';

export interface RoundPageProps {
  view: RoundView;
  circleSlug: string;
  /** the viewer's person id */
  me: number;
  clocks: { now: string; zone: string };
  submissionKey: string;
  /** the viewer adds theirs to a round that is read */
  writing: boolean;
  /** what they wrote was not taken */
  refused: boolean;
  /** the page is not to look again by itself */
  still: boolean;
  /** what another window saved meanwhile */
  theirs?: StandingAsk | undefined;
}

/** A session at which everybody asks: before it, while it is read round, and what came of it. */
export function RoundPage(props: RoundPageProps) {
  const { view, circleSlug, clocks, refused } = props;
  const { round, cancelled, startsAt, sessionId, may, mine } = view;
  const session = addressOfSession(circleSlug, sessionId);
  const path = addressOfRound(circleSlug, sessionId);
  const isFormThere = round?.stage === 'before' && may.bring && !mine.passes;
  // What was typed is shown again, wherever the round is by now.
  if (refused && !isFormThere) {
    return <YourText {...props} path={path} sends={round?.stage === 'reading' && may.bring} />;
  }
  if (!round) return <NoRound {...props} session={session} />;
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
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={dayAndTime(startsAt, clocks.zone, clocks.now)}
        title="A round of asks"
        lede={may.set ? aboutRounds : 'None is set for this session.'}
      />
      <div className="flex flex-wrap gap-3">
        {may.set && (
          <ButtonLink to={`${addressOfRound(circleSlug, sessionId)}/setting`} variant="primary">
            Set one
          </ButtonLink>
        )}
        <ButtonLink to={session} variant="quiet">
          The session
        </ButtonLink>
      </div>
    </Page>
  );
}
