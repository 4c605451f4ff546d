import type { ReactNode } from 'react';
import type { ChoiceResult, ChoiceView, ProposalView } from '#app/choosing/queries/choice-view.ts';
import { titlesOf } from '#app/choosing/words/rounds.ts';
import { dayIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Cover } from '#app/ui/drawings/cover.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Block, Empty, PageHead } from '#app/ui/page/page.tsx';
import { capital, countWord } from '#app/ui/words.ts';
import { CountingRules } from './counting-rules.tsx';
import type { ChoiceScene } from './open-choice-view.tsx';
import { factsOf, ProposalList } from './proposal-list.tsx';
import { RoundsPicture } from './rounds-picture.tsx';

interface ClosedChoiceProps extends ChoiceScene {
  /** the circle's reading room */
  reading: string;
  /** for a facilitator, while the winner is not a reading yet: the form that makes it one */
  start: ReactNode;
}

/** What was chosen, and how it was counted. */
export function ClosedChoice({
  choice,
  path,
  me,
  role,
  clocks,
  reading,
  start,
}: ClosedChoiceProps) {
  const { result, proposals } = choice;
  const runs = role !== 'member';
  if (!result?.winner) {
    return (
      <>
        <PageHead title="No book was chosen" lede="Nobody ranked a book before it closed." />
        <Block>
          <Empty
            title={runs ? 'Would more time help?' : 'A facilitator can open it again.'}
            action={
              runs && (
                <ButtonLink to={`${path}/closing`} variant="primary">
                  Open it again
                </ButtonLink>
              )
            }
          >
            {runs && 'Give it another day to close. The books stay.'}
          </Empty>
          <ProposalList proposals={proposals} me={me} />
        </Block>
      </>
    );
  }
  const { winner } = result;
  const others = proposals.filter(({ id }) => id !== winner.id);
  return (
    <>
      <header className="page-head flex flex-wrap items-end gap-x-8 gap-y-5">
        <Cover title={winner.title} author={winner.author} size="large" />
        <div className="min-w-60 flex-1">
          <p className="eyebrow">Your circle chose</p>
          <h1>{winner.title}</h1>
          <p className="mt-3 text-ink-2">{factsOf(winner)}</p>
          {winner.why && (
            <p className="mt-3 max-w-measure font-serif whitespace-pre-line">{winner.why}</p>
          )}
          <p className="mt-3 text-sm text-ink-2">
            Proposed by <bdi>{winner.proposedBy.id === me ? 'you' : winner.proposedBy.name}</bdi>.{' '}
            {closedWords(choice, result, clocks)}
          </p>
          {result.readingId !== null && (
            <div className="actions">
              <ButtonLink to={`${reading}/${result.readingId}`} variant="primary">
                See the reading
              </ButtonLink>
            </div>
          )}
        </div>
      </header>
      {start && <Block title="Read it together">{start}</Block>}
      <Rounds result={result} proposals={proposals} />
      {others.length > 0 && (
        <Block title="Also proposed">
          <ProposalList proposals={others} me={me} />
        </Block>
      )}
    </>
  );
}

function Rounds({ result, proposals }: { result: ChoiceResult; proposals: ProposalView[] }) {
  return (
    <Block title={result.rounds && result.rounds.length > 1 ? 'Round by round' : 'The count'}>
      {result.rounds ? (
        <RoundsPicture rounds={result.rounds} titleOf={titlesOf(proposals)} />
      ) : (
        <p className="max-w-measure text-ink-2">
          Fewer than three of you ranked. With so few, the count would say who ranked how, so it is
          not shown.
        </p>
      )}
      <CountingRules />
    </Block>
  );
}

/** 'Six of eight ranked; it closed on Tuesday 1 December.' */
function closedWords(
  { ranked, members }: ChoiceView,
  { at, by }: ChoiceResult,
  { zone, now }: ChoiceScene['clocks'],
): string {
  const who = ranked === members ? 'Everyone' : `${countWord(ranked)} of ${countWord(members)}`;
  const day = dayIn(at, zone, now);
  return capital(`${who} ranked; ${by ? `${apart(by)} closed it` : 'it closed'} on ${day}.`);
}
