import { addressOfRound } from '#app/mentoring/addresses.ts';
import type { AsksOnSession } from '#app/mentoring/rounds/queries/on-session.server.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Block } from '#app/ui/page/page.tsx';
import { HelpingList } from './helping-list.tsx';

interface AsksOnRecordProps {
  round: NonNullable<AsksOnSession['round']>;
  circleSlug: string;
  sessionId: number;
}

/** The round of asks that a session held, and who helps whom: as its circle sees them. */
export function AsksOnRecord({ round, circleSlug, sessionId }: AsksOnRecordProps) {
  if (round.stage === 'before') return null;
  const path = addressOfRound(circleSlug, sessionId);
  return (
    <Block title="Who helps whom" action={<ButtonLink to={path}>The round</ButtonLink>}>
      {round.helping.length > 0 ? (
        <HelpingList helping={round.helping} />
      ) : (
        <p className="text-ink-2">
          {round.stage === 'closed'
            ? 'Nobody has taken one up yet. What was asked stays open.'
            : 'The round is on.'}
        </p>
      )}
    </Block>
  );
}
