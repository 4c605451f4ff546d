import type { Mine } from '#app/mentoring/rounds/queries/round-view.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { RoundAskForm, type StandingAsk } from './round-ask-form.tsx';

interface YourTextProps {
  view: { mine: Mine };
  path: string;
  submissionKey: string;
  /** it goes to the session at once */
  sends: boolean;
  theirs?: StandingAsk | undefined;
}

/** The form alone: for a round that goes on meanwhile, and for what was typed and not taken. */
export function YourText({ view, path, ...form }: YourTextProps) {
  const { sends } = form;
  return (
    <Page width="narrow">
      <PageHead
        title={sends ? 'Add yours' : 'Yours'}
        lede={sends && 'The round goes on meanwhile; yours is read last.'}
      />
      <RoundAskForm mine={view.mine} path={path} {...form} />
      <p className="mt-6">
        <ButtonLink to={path} variant="quiet" className="-ml-2">
          Back to the round
        </ButtonLink>
      </p>
    </Page>
  );
}
