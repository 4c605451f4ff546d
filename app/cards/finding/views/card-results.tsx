import { Fragment, type ReactNode } from 'react';
import type { CardChoice, ChosenCard } from '#app/cards/queries/choose.server.ts';
import { totalWords } from '#app/cards/words/choosing.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Rows } from '#app/ui/page/page.tsx';
import { listed } from '#app/ui/words.ts';

interface CardResultsProps {
  choice: CardChoice;
  row: (card: ChosenCard) => ReactNode;
  /** shows so many of them */
  more: (show: number) => ReactNode;
  /** where cards about a topic are; without it, a topic is only named */
  topicAt?: (topic: string) => string;
}

const STEP = 24;

/** What was found, the best first; where nothing was, what is near. */
export function CardResults({ choice, row, more, topicAt }: CardResultsProps) {
  const { total, cards, otherwise } = choice;
  return (
    <>
      <p role="status" className="my-5 text-ink-2">
        {otherwise ? 'No card fits all of that.' : `${totalWords(total)}.`}{' '}
        <Understood {...choice} />
      </p>
      {cards.length > 0 && <Rows label="Cards">{cards.map(row)}</Rows>}
      {cards.length < total && cards.length > 0 && more(cards.length + STEP)}
      {otherwise && otherwise.near.length > 0 && (
        <>
          <h2 className="mb-2 text-lg">Near to it</h2>
          <Rows label="Near to it">{otherwise.near.map(row)}</Rows>
        </>
      )}
      {otherwise && (
        <div className="mt-4 text-ink-2">
          {otherwise.withWords > 0 ? (
            <p>
              There {otherwise.withWords === 1 ? 'is' : 'are'}{' '}
              {totalWords(otherwise.withWords).toLowerCase()} of another kind, length or group.
            </p>
          ) : (
            <p>Try a little more time, another kind, or fewer words.</p>
          )}
          <Topics topics={otherwise.topics} at={topicAt} />
        </div>
      )}
    </>
  );
}

/** What was made of the words that were typed. */
function Understood({ meant, unsaid, filters }: CardChoice) {
  return (
    <>
      {meant.length > 0 && (
        <>
          Did you mean {listed(meant.map(({ word }) => `“${word}”`))}? That is what was looked for.{' '}
        </>
      )}
      {filters.text !== '' && unsaid.length > 0 && (
        <>No card says {listed(unsaid.map((word) => `“${word}”`))}.</>
      )}
    </>
  );
}

interface TopicsProps {
  topics: readonly string[];
  at: CardResultsProps['topicAt'];
}

function Topics({ topics, at: addressOf }: TopicsProps) {
  return (
    <p className="mt-2">
      There are cards on{' '}
      {topics.map((topic, at) => (
        <Fragment key={topic}>
          {at > 0 && (at === topics.length - 1 ? ' and ' : ', ')}
          {addressOf ? <Link to={addressOf(topic)}>{topic}</Link> : topic}
        </Fragment>
      ))}
      .
    </p>
  );
}
