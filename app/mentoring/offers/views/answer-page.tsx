import type { ReactNode } from 'react';
import type { AskToAnswer } from '#app/mentoring/offers/queries/answers-view.ts';
import { Page, Panel } from '#app/ui/page/page.tsx';
import { AskInFull } from './ask-in-full.tsx';

/** The page of one answer: the ask as it is now, and what is said to it. */
export function AnswerPage({ ask, children }: { ask: AskToAnswer; children: ReactNode }) {
  return (
    <Page width="narrow">
      <AskInFull ask={ask} level={1} />
      <div className="ask-answer">
        <Panel>{children}</Panel>
      </div>
    </Page>
  );
}
