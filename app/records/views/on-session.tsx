import { addressOfThread } from '#app/discussions/addresses.ts';
import {
  addressOfMyQuestion,
  addressOfQuestions,
  addressOfRecord,
} from '#app/records/addresses.ts';
import { BecameForm } from '#app/records/commitments/views/became-form.tsx';
import { CommitmentTable } from '#app/records/commitments/views/commitment-table.tsx';
import type { RecordOnSession } from '#app/records/queries/on-session.server.ts';
import { broughtWords, WAS_HERE } from '#app/records/words.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block } from '#app/ui/page/page.tsx';

interface OnSessionProps {
  kept: RecordOnSession;
  circleSlug: string;
  session: { id: number; state: 'coming' | 'running' | 'past'; cancelled: unknown };
  me: number;
  now: string;
  /** whoever runs it */
  leads: boolean;
}

/** What opens a session: what each had said they would do; once it has begun, the way to its record. */
export function OpeningOfSession({ kept, circleSlug, session, me, now }: OnSessionProps) {
  if (session.cancelled) return null;
  const { before } = kept;
  const record = session.state !== 'coming' && (
    <ButtonLink to={addressOfRecord(circleSlug, session.id)} variant="primary">
      The record
    </ButtonLink>
  );
  if (session.state === 'past' || !before) return record && <div className="actions">{record}</div>;
  return (
    <Block title="What we said we’d do" action={record}>
      <CommitmentTable
        commitments={before.commitments}
        me={me}
        now={now}
        own={(mine) =>
          mine.became === null && (
            <WhileOpen>
              <BecameForm circleSlug={circleSlug} commitment={mine} at={session.id} />
            </WhileOpen>
          )
        }
      />
    </Block>
  );
}

/** The question the viewer brings, and all of them for whoever may read them. */
export function QuestionsOnSession({ kept, circleSlug, session, me, leads }: OnSessionProps) {
  const { questions, brought, threadId } = kept;
  const isOpen = session.state !== 'past' && !session.cancelled;
  const mine = questions.find(({ personId }) => personId === me);
  const others = questions.filter(({ personId, itemId }) => personId !== me && itemId === null);
  if (!isOpen && others.length === 0 && threadId === null) return null;
  return (
    <Block
      title={isOpen ? 'One question each' : 'Also asked'}
      action={
        leads &&
        brought > 0 && (
          <ButtonLink to={addressOfQuestions(circleSlug, session.id)}>
            {isOpen ? 'Choose for the agenda' : 'All of them'}
          </ButtonLink>
        )
      }
    >
      {isOpen && <p className="mb-4 text-ink-2">{broughtWords(brought)}</p>}
      {mine && isOpen && (
        <p className="font-serif whitespace-pre-line" dir="auto">
          {mine.body}
        </p>
      )}
      {isOpen && (
        <WhileOpen>
          <div className="actions">
            <ButtonLink to={addressOfMyQuestion(circleSlug, session.id)}>
              {mine ? 'Change yours' : 'Bring yours'}
            </ButtonLink>
          </div>
        </WhileOpen>
      )}
      {session.state !== 'coming' &&
        others.map(({ id, name, body }) => (
          <p key={id} className="mt-4">
            <span className="font-serif whitespace-pre-line" dir="auto">
              {body}
            </span>{' '}
            <small className="text-ink-2">
              <bdi>{name ?? WAS_HERE}</bdi>
            </small>
          </p>
        ))}
      {threadId !== null && (
        <p className="mt-4">
          <Link to={addressOfThread(circleSlug, threadId)}>
            What we did not come to, to talk about
          </Link>
        </p>
      )}
    </Block>
  );
}

/** The question that an item of the agenda is, for whoever may read it by now. */
export function QuestionItem({ kept, itemId }: { kept: RecordOnSession; itemId: number }) {
  const question = kept.questions.find((one) => one.itemId === itemId);
  if (!question) return null;
  return (
    <small className="block text-ink-2">
      <bdi>{question.body}</bdi> · <bdi>{question.name ?? WAS_HERE}</bdi>
    </small>
  );
}
