import type { ReactNode } from 'react';
import { dayIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Block, Page, PageHead } from '#app/ui/page/page.tsx';
import { ClosedChoice } from './closed-choice-view.tsx';
import { type ChoiceScene, OpenChoice } from './open-choice-view.tsx';
import { ProposalList } from './proposal-list.tsx';

interface ChoicePageProps extends ChoiceScene {
  reading: string;
  start: ReactNode;
  /** the list of the circle's choices */
  all: string;
}

/** One choice: open, closed with what was chosen, or called off. */
export function ChoicePage({ reading, start, all, ...scene }: ChoicePageProps) {
  const { choice, me, clocks } = scene;
  return (
    <Page>
      {choice.state === 'open' && <OpenChoice {...scene} />}
      {choice.state === 'closed' && <ClosedChoice {...scene} reading={reading} start={start} />}
      {choice.cancelled && (
        <>
          <PageHead
            title="Called off"
            lede={`${apart(choice.cancelled.by)} called this choice off on ${dayIn(choice.cancelled.at, clocks.zone, clocks.now)}. Nothing was counted.`}
          />
          {choice.proposals.length > 0 && (
            <Block title="What was proposed">
              <ProposalList proposals={choice.proposals} me={me} />
            </Block>
          )}
        </>
      )}
      <p className="mt-8">
        <ButtonLink to={all} variant="quiet" className="-ml-2">
          All choices
        </ButtonLink>
      </p>
    </Page>
  );
}
