import { addressOfAsk, addressOfRound } from '#app/mentoring/addresses.ts';
import type { AsksOnSession } from '#app/mentoring/rounds/queries/on-session.server.ts';
import { unreadBefore, writtenWords } from '#app/mentoring/rounds/words.ts';
import { Seats } from '#app/ui/drawings/seats.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Row, Rows } from '#app/ui/page/page.tsx';
import { HelpingList } from './helping-list.tsx';

interface AsksOnSessionProps {
  asks: AsksOnSession;
  circleSlug: string;
  sessionId: number;
  /** whether the session is still to come or held, and on */
  isOpen: boolean;
  /** whoever may set a round */
  runs: boolean;
}

/** What a session's page says of asks: its round, and what somebody brings. */
export function AsksOnSessionBlock(props: AsksOnSessionProps) {
  const { asks, circleSlug, sessionId, isOpen, runs } = props;
  const { round } = asks;
  // What stands on the agenda is named there.
  const brought = asks.brought.filter(({ itemId }) => itemId === null);
  const path = addressOfRound(circleSlug, sessionId);
  return (
    <>
      {round && <RoundHere round={round} path={path} isOpen={isOpen} />}
      {brought.length > 0 && (
        <Block title="Brought to this session">
          <Rows>
            {brought.map(({ askId, title, asker }) => (
              <Row key={askId} title={title} to={addressOfAsk(askId)} meta={<bdi>{asker}</bdi>} />
            ))}
          </Rows>
        </Block>
      )}
      {!round && runs && isOpen && (
        <WhileOpen>
          <p className="mt-4">
            <ButtonLink to={`${path}/setting`} variant="quiet" className="-ml-2">
              Everybody asks this time
            </ButtonLink>
          </p>
        </WhileOpen>
      )}
    </>
  );
}

/** Whose ask an item of the agenda is; null for any other. */
export function BroughtItem({ asks, itemId }: { asks: AsksOnSession; itemId: number }) {
  const one = asks.brought.find((brought) => brought.itemId === itemId);
  if (!one) return null;
  return (
    <small className="block text-ink-2 print:hidden">
      <bdi>{one.asker}</bdi> brings it · <Link to={addressOfAsk(one.askId)}>The ask</Link>
    </small>
  );
}

interface RoundHereProps {
  round: NonNullable<AsksOnSession['round']>;
  path: string;
  isOpen: boolean;
}

function RoundHere({ round, path, isOpen }: RoundHereProps) {
  const { stage, written, people, mine, helping } = round;
  if (stage === 'closed') {
    return (
      <Block title="Who helps whom" action={<ButtonLink to={path}>The round</ButtonLink>}>
        {helping.length > 0 ? (
          <HelpingList helping={helping} />
        ) : (
          <p className="text-ink-2">Nobody has taken one up yet. What was asked stays open.</p>
        )}
      </Block>
    );
  }
  if (stage === 'reading') {
    return (
      <Block title="The round is on">
        <ButtonLink to={path} variant="primary">
          Go to the round
        </ButtonLink>
      </Block>
    );
  }
  return (
    <Block title="We all ask this time">
      <div className="flex items-start gap-5">
        <span className="flex-none">
          <Seats taken={written} of={Math.max(people, 1)} size="big" decorative />
        </span>
        <div>
          <p>
            An ask round, 30 minutes. Everybody brings one, so it costs nobody anything.{' '}
            {writtenWords(written, people)}; {unreadBefore}.
          </p>
          {isOpen && (
            <div className="actions">
              <ButtonLink to={path} variant={mine === 'nothing' ? 'primary' : 'plain'}>
                {mine === 'nothing' ? 'Write yours' : mine === 'written' ? 'Yours' : 'You pass'}
              </ButtonLink>
            </div>
          )}
        </div>
      </div>
    </Block>
  );
}
