import { addressOfRound } from '#app/mentoring/addresses.ts';
import type { NextRound } from '#app/mentoring/rounds/queries/next-round.server.ts';
import { roundTitle, unreadBefore, writtenWords } from '#app/mentoring/rounds/words.ts';
import { Seats } from '#app/ui/drawings/seats.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import type { Clocks } from './board-asks.tsx';

/** The round that comes: it leads, because there everybody asks. */
export function BoardRound({
  circle,
  round,
  clocks,
}: {
  circle: string;
  round: NextRound;
  clocks: Clocks;
}) {
  const { sessionId, startsAt, stage, written, people, mine } = round;
  return (
    <section className="board-round">
      <Seats taken={written} of={people} size="big" decorative />
      <div>
        <h2>{roundTitle(startsAt, clocks)}</h2>
        <p>
          An ask round. Everybody brings one, so it costs nobody anything.{' '}
          {stage === 'before' && `${writtenWords(written, people)}; ${unreadBefore}.`}
        </p>
        <div className="actions">
          <ButtonLink to={addressOfRound(circle, sessionId)}>
            {stage === 'before' && mine === 'nothing' ? 'Write yours' : 'To the round'}
          </ButtonLink>
        </div>
      </div>
    </section>
  );
}
