import { addressOfCard } from '#app/cards/addresses.ts';
import { addressOfUsed } from '#app/records/addresses.ts';
import type { RecordView, UsedItem } from '#app/records/queries/record-view.ts';
import { WAS_HERE } from '#app/records/words.ts';
import { totalMinutes } from '#app/sessions/rules/session.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';

interface UsedProps {
  record: RecordView;
  /** how long it was to be */
  minutes: number;
  circleSlug: string;
  sessionId: number;
  writes: boolean;
}

/** What a session came to, its cards with their pages; what was left out, below. */
export function Used({ record, minutes, circleSlug, sessionId, writes }: UsedProps) {
  const used = record.used.filter(({ leftOut }) => !leftOut);
  const leftOut = record.used.filter((item) => item.leftOut);
  const open = record.questions.filter(({ itemId }) => itemId === null);
  return (
    <section>
      <h2>What we used</h2>
      {record.used.length === 0 ? (
        <p className="record-list text-ink-2">Nothing was on the agenda.</p>
      ) : (
        <>
          <ol className="record-list">
            {used.map((item) => (
              <li key={item.id} className="record-item">
                <span>
                  <Item item={item} />
                  <Asked record={record} questionId={item.questionId} />
                </span>
                <span className="row-meta">{item.minutes} min</span>
              </li>
            ))}
          </ol>
          <p className="row-meta record-sum">
            {minutes} minutes planned, {totalMinutes(used)} on the agenda
            {leftOut.length > 0 && `. Left out: ${leftOut.map(({ title }) => title).join(', ')}`}.
          </p>
        </>
      )}
      {open.length > 0 && (
        <div className="on-screen">
          <h3 className="mt-6">Also asked</h3>
          <ul className="record-list">
            {open.map(({ id, name, body }) => (
              <li key={id}>
                <p className="record-words" dir="auto">
                  {body}
                </p>
                <p className="row-meta">
                  <bdi>{name ?? WAS_HERE}</bdi>
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
      {writes && record.used.length > 0 && (
        <WhileOpen>
          <p className="on-screen mt-4">
            <ButtonLink to={addressOfUsed(circleSlug, sessionId)} variant="quiet" className="-ml-2">
              Say what you came to
            </ButtonLink>
          </p>
        </WhileOpen>
      )}
    </section>
  );
}

function Item({ item: { title, deck, card } }: { item: UsedItem }) {
  return deck && card ? (
    <Link to={addressOfCard({ deck, slug: card })} dir="auto">
      {title}
    </Link>
  ) : (
    <bdi>{title}</bdi>
  );
}

/** The question that an item was. */
function Asked({ record, questionId }: { record: RecordView; questionId: number | null }) {
  const question = record.questions.find(({ id }) => id === questionId);
  if (!question) return null;
  return (
    <small className="on-screen block text-ink-2">
      <bdi>{question.body}</bdi> · <bdi>{question.name ?? WAS_HERE}</bdi>
    </small>
  );
}
