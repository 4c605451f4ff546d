import { addressOfAsk } from '#app/mentoring/addresses.ts';
import { addressOfAnswer } from '#app/mentoring/offers/addresses.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';

/** What can be answered to an ask, each as good as the others. */
export function ThreeAnswers({ ask, title }: { ask: number; title: string }) {
  return (
    <WhileOpen>
      <div className="actions">
        <ButtonLink to={addressOfAnswer(ask, 'offer')} aria-label={`I can help: ${title}`}>
          I can help
        </ButtonLink>
        <ButtonLink
          to={addressOfAnswer(ask, 'not-now')}
          variant="quiet"
          aria-label={`Not now: ${title}`}
        >
          Not now
        </ButtonLink>
        <ButtonLink
          to={addressOfAnswer(ask, 'question')}
          variant="quiet"
          aria-label={`Tell me more first: ${title}`}
        >
          Tell me more first
        </ButtonLink>
      </div>
    </WhileOpen>
  );
}

/** What the reader answered, in words, and the way to change it. */
export function MyAnswer({ ask, words }: { ask: number; words: string }) {
  return (
    <p className="ask-answered">
      {words} <Link to={addressOfAsk(ask)}>Look at it again</Link>
    </p>
  );
}
