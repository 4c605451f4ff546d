import { useActionData } from '@remix-run/react';
import type { LookedUp } from '#app/books/look-up/queries/look-up.server.ts';
import type { Found } from '#app/books/look-up/rules/book-lookup.ts';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';

const WHY: Record<Extract<LookedUp, { ok: false }>['reason'], string> = {
  'nothing-typed': 'Type an ISBN or a title first.',
  'wrong-isbn':
    'This is no ISBN: a digit may be wrong or missing. Take it out to look for the title.',
  'not-found': 'Open Library does not know this book. Type it in.',
  'no-answer': 'Open Library did not answer. Type the book in; nothing is lost.',
  'too-often': 'That was looked up too often. Type the book in, or try again in a few minutes.',
};

/** What a look-up answered, for `useActionData`. */
export interface LookUpReply {
  lookedUp?: LookedUp;
}

/** The button that looks a book up by what stands in the form, and what came of it. */
export function LookUpPart() {
  const answer = useActionData<LookUpReply | undefined>()?.lookedUp;
  return (
    <div className="mb-6">
      <Button name="step" value="look-up" formNoValidate>
        Look it up
      </Button>
      <p className="hint">
        Asks Open Library for the ISBN, or else the title, and fills in what is empty. Nothing tells
        them who asks.
      </p>
      <div role="status">
        {answer && !answer.ok && <p className="wrong">{WHY[answer.reason]}</p>}
        {answer?.ok && 'found' in answer && (
          <p className="mt-3">Found: {wordsOf(answer.found)}. Look it over before you save.</p>
        )}
      </div>
      {answer?.ok && 'choices' in answer && <Choices choices={answer.choices} />}
    </div>
  );
}

function Choices({ choices }: { choices: Found[] }) {
  return (
    <fieldset className="mt-3">
      <legend className="font-semibold">Which of these?</legend>
      <ul className="rows">
        {choices.map((found, at) => (
          <li className="row" key={`${found.title}-${found.isbn}-${at}`}>
            <div className="row-words">
              <p className="row-title">
                <span>{found.title}</span>
              </p>
              <div className="row-meta">
                {[apart(found.subtitle ?? ''), apart(found.author ?? ''), found.isbn]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </div>
            <div className="row-action">
              <Button
                name="step"
                value={`choose:${at}`}
                formNoValidate
                aria-label={`Take ${apart(found.title)}, by ${apart(found.author) || 'nobody named'}`}
              >
                This one
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

const wordsOf = ({ title, author }: Found) =>
  author ? `${apart(title)}, by ${apart(author)}` : title;
