import { ASKS, addressOfAsk } from '#app/mentoring/addresses.ts';
import type { AskToAnswer } from '#app/mentoring/offers/queries/answers-view.ts';
import type { Answer } from '#app/mentoring/offers/rules/offer.ts';
import { dayOf } from '#app/time/words.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { HelpForm, NotNowForm, QuestionForm } from './answer-forms.tsx';
import { AnswerPage } from './answer-page.tsx';

interface AnswerLinkProps {
  ask: AskToAnswer;
  answer: Answer;
  /** of “not now”: the first day there is, and the usual one */
  days: { first: string; usual: string };
  submissionKey: string;
}

/** The page behind a button of a mail: the ask as it is now, and the one answer it is about. */
export function AnswerLinkView({ ask, answer, days, submissionKey }: AnswerLinkProps) {
  const { version, asker, mine } = ask;
  const form = { version, asker: asker.name, answered: mine?.version ?? 0, back: null };
  return (
    <AnswerPage ask={ask}>
      {answer === 'offer' && <HelpForm {...form} faced={mine?.faced ?? ''} />}
      {answer === 'not-now' && <NotNowForm {...form} first={days.first} until={days.usual} />}
      {answer === 'question' && <QuestionForm {...form} submissionKey={submissionKey} />}
      <p className="ask-note">
        Nothing is sent before you press the button. Another answer?{' '}
        <Link to={addressOfAsk(ask.id)}>Sign in to the ask’s page</Link>
      </p>
    </AnswerPage>
  );
}

/** What was answered by such a link. */
export function AnsweredByLink({ ask, answer }: Pick<AnswerLinkProps, 'ask' | 'answer'>) {
  const { asker, mine, id } = ask;
  const until = mine?.until;
  const said = {
    offer: 'You said that you can help.',
    'not-now': `You said: not now, ask me after ${until ? dayOf(until) : 'a while'}.`,
    question: 'You asked for more first.',
  };
  return (
    <Page width="narrow">
      <PageHead
        title="Thank you"
        lede={
          <>
            {said[answer]} <bdi>{asker.name}</bdi> was told.
          </>
        }
        actions={<ButtonLink to={addressOfAsk(id)}>To the ask, to change it</ButtonLink>}
      />
    </Page>
  );
}

/** The page of a link that stands for nothing any more, or that is none of ours. */
export function NothingToAnswer({ known }: { known: boolean }) {
  return (
    <Page width="narrow">
      <PageHead
        title={known ? 'There is nothing left to answer here' : 'This link does not work'}
        lede={
          known
            ? 'The ask is closed, or you answered it in another way. What still waits for you stands among your asks.'
            : 'It may not be whole, or be too old. What waits for you stands among your asks.'
        }
        actions={
          <ButtonLink to={ASKS} variant="primary">
            Your asks
          </ButtonLink>
        }
      />
    </Page>
  );
}
