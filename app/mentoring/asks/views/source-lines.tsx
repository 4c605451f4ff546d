import { pageInWords } from '#app/discussions/rules/quoting.ts';
import type { AskSource, SourceKind } from '#app/mentoring/asks/queries/source-view.ts';
import { dayOf } from '#app/time/words.ts';
import { Link } from '#app/ui/page/link.tsx';

/** What an ask comes from, as its reader may see it. */
export function SourceLines({ source }: { source: AskSource }) {
  switch (source.kind) {
    case 'passage':
      return (
        <blockquote className="ask-source" dir="auto">
          <p className="ask-passage">{source.quote}</p>
          <cite>
            {[source.book, source.page && pageInWords(source.page)].filter(Boolean).join(', ')}
            {source.href && (
              <>
                {' '}
                <Link to={source.href}>Where it was quoted</Link>
              </>
            )}
          </cite>
        </blockquote>
      );
    case 'note':
    case 'takeaway':
      return (
        <blockquote className="ask-source" dir="auto">
          <p>{source.beginning}</p>
          <cite>
            <Link to={source.href}>
              {source.mine ? `your ${source.kind}` : `a ${source.kind} of`}
              {!source.mine && (
                <>
                  {' '}
                  <bdi>{source.by}</bdi>
                </>
              )}
            </Link>
          </cite>
        </blockquote>
      );
    case 'commitment':
      return (
        <blockquote className="ask-source" dir="auto">
          <p>{source.act}</p>
          <cite>
            <Link to={source.href}>
              {source.mine ? 'what you said you’d do' : 'what they said they’d do'}
            </Link>
            , by {dayOf(source.byOn)}
          </cite>
        </blockquote>
      );
    case 'card':
      return (
        <p className="ask-source">
          From the card <Link to={source.href}>{source.title}</Link>
        </p>
      );
    case 'folded':
      return (
        <p className="ask-source">
          From {nameOf[source.of]} further on than you are
          {source.section && (
            <>
              {': '}
              <Link to={source.href}>{source.section}</Link>
            </>
          )}
        </p>
      );
    case 'elsewhere':
      return <p className="ask-source">From {nameOf[source.of]} in their circle</p>;
    case 'gone':
      return (
        <p className="ask-source">
          It came from {nameOf[source.of]} that is gone by now. Only you are told; what you wrote
          stays.
        </p>
      );
  }
}

const nameOf: Record<SourceKind, string> = {
  note: 'a note',
  passage: 'a passage',
  takeaway: 'a takeaway',
  commitment: 'something they had said they’d do',
  card: 'a card',
};
