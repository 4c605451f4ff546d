import { addressOfPoll, addressOfPollSlots } from '#app/polls/addresses.ts';
import type { PollView } from '#app/polls/queries/poll-view.ts';
import { ranked } from '#app/polls/rules/ranking.ts';
import { leftWords, pollQuestion, pollTitle, slotName } from '#app/polls/words.ts';
import { addressOfSeries } from '#app/series/addresses.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { dayAndTime, dayIn } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { NoticeBar, Page, PageHead } from '#app/ui/page/page.tsx';
import { Steady } from '#app/ui/page/steady.tsx';
import { BestSoFar } from './best-so-far.tsx';
import { MyAnswers } from './my-answers.tsx';

export interface PollPageProps {
  poll: PollView;
  /** one for each form of the page */
  keys: { save: string; none: string; fill: string };
  me: number;
  runs: boolean;
  circleSlug: string;
  clocks: { now: string; zone: string; circleZone: string };
}

/** A time poll: the best first, then every slot with three answers. */
export function PollPage(props: PollPageProps) {
  const { poll, keys, me, runs, circleSlug, clocks } = props;
  const path = addressOfPoll(circleSlug, poll.id);
  const isOpen = poll.state === 'open';
  const best = ranked(
    poll.slots.filter(({ ahead }) => ahead),
    poll.people,
  );
  const goesOn = isOpen || poll.state === 'closed';
  return (
    <Page>
      <PageHead
        eyebrow={eyebrowOf(poll, clocks)}
        title={pollQuestion(poll.kind)}
        lede={
          <>
            {`${poll.minutes} minutes ${poll.kind === 'weekly' ? 'each week ' : ''}for ${pollTitle(poll.title)}, on your clock (${clockCity(clocks.zone)}).`}{' '}
            {poll.kind === 'weekly' && firstWords(poll, clocks)}
            {poll.left > 0 && <span className="poll-left">{leftWords(poll.left)}</span>}
          </>
        }
        actions={
          runs &&
          goesOn && (
            <>
              <ButtonLink to={addressOfPollSlots(circleSlug, poll.id)}>Change the times</ButtonLink>
              <ButtonLink to={`${path}/ending`} variant="quiet">
                Call it off
              </ButtonLink>
            </>
          )
        }
      />
      <Outcome {...props} />
      {!poll.hidden && goesOn && (
        <BestSoFar {...{ poll, best, me, circleSlug, clocks }} runs={runs} />
      )}
      {poll.hidden && (
        <p className="mt-6 text-ink-2">You see what the others said once you have answered all.</p>
      )}
      <Steady>
        <MyAnswers {...{ poll, keys, me, clocks, path }} best={best[0]?.slotId} />
      </Steady>
    </Page>
  );
}

function firstWords({ slots: [first] }: PollView, clocks: { zone: string; now: string }) {
  return first
    ? `It would begin on ${dayIn(first.startsAt, clocks.zone, clocks.now)} or in the days after. `
    : '';
}

function eyebrowOf({ askedBy, closesAt, state }: PollView, clocks: { zone: string; now: string }) {
  const asks = `${apart(askedBy.name)} asks`;
  if (!closesAt || state === 'chosen' || state === 'called_off') return asks;
  const until = dayAndTime(closesAt, clocks.zone, clocks.now);
  return state === 'open' ? `${asks} · until ${until}` : `${asks} · closed ${until}`;
}

/** What became of it, or what is next. */
function Outcome({ poll, circleSlug, clocks, runs }: PollPageProps) {
  const { state, chosen } = poll;
  if (state === 'open') return null;
  if (state === 'called_off') {
    return (
      <NoticeBar
        action={
          runs && (
            <PostForm action={`${addressOfPoll(circleSlug, poll.id)}/reopening`}>
              <Button>Go on with it</Button>
            </PostForm>
          )
        }
      >
        It was called off.
      </NoticeBar>
    );
  }
  if (state === 'closed') {
    return (
      <NoticeBar>
        {runs
          ? 'The time to answer is over. Choose one, or give it more time.'
          : 'The time to answer is over. Whoever asked chooses now.'}
      </NoticeBar>
    );
  }
  const slot = poll.slots.find(({ id }) => id === chosen?.slotId);
  return (
    <NoticeBar tone="cloth">
      {slot ? `It is ${slotName(poll.kind, slot.startsAt, clocks)}.` : 'It is settled.'}{' '}
      {chosen?.sessionId && (
        <Link to={addressOfSession(circleSlug, chosen.sessionId)}>See the session</Link>
      )}
      {chosen?.seriesId && (
        <Link to={addressOfSeries(circleSlug, chosen.seriesId)}>See the sessions</Link>
      )}
    </NoticeBar>
  );
}
