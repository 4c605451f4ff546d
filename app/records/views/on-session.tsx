import {
  addressOfAttendance,
  addressOfMyQuestion,
  addressOfQuestions,
  addressOfRecord,
} from '#app/records/addresses.ts';
import { BecameForm } from '#app/records/commitments/views/became-form.tsx';
import { CommitmentTable } from '#app/records/commitments/views/commitment-table.tsx';
import type { RecordOnSession } from '#app/records/queries/on-session.server.ts';
import { broughtWords, WAS_HERE } from '#app/records/words/brought.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
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
export function OpeningOfSession({ kept, circleSlug, session, me, now, leads }: OnSessionProps) {
  if (session.cancelled) return null;
  const { before } = kept;
  const record = session.state !== 'coming' && (
    <>
      <ButtonLink to={addressOfRecord(circleSlug, session.id)} variant="primary">
        The record
      </ButtonLink>
      {leads && (
        <WhileOpen>
          <ButtonLink to={addressOfAttendance(circleSlug, session.id)}>Who came</ButtonLink>
        </WhileOpen>
      )}
    </>
  );
  if (session.state === 'past') {
    return (
      <div className="print:hidden">
        <Block title="It’s over">
          <WhileOpen>
            <p className="text-ink-2">What did you take from it? Its record has room for it.</p>
          </WhileOpen>
          <div className="actions">{record}</div>
        </Block>
      </div>
    );
  }
  if (!before) return record && <div className="actions">{record}</div>;
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

/** The question the viewer brings, and the way to all of them for whoever runs the session. */
export function QuestionsOnSession({ kept, circleSlug, session, me, leads }: OnSessionProps) {
  const { questions, brought } = kept;
  const isOpen = session.state !== 'past' && !session.cancelled;
  const chooses = leads && brought > 0;
  if (!isOpen && !chooses) return null;
  const mine = questions.find(({ personId }) => personId === me);
  return (
    <Block
      title="One question each"
      action={
        chooses && (
          <ButtonLink to={addressOfQuestions(circleSlug, session.id)}>
            {isOpen ? 'Choose for the agenda' : 'All of them'}
          </ButtonLink>
        )
      }
    >
      <p className="text-ink-2">{broughtWords(brought)}</p>
      {mine && (
        <p className="mt-4 font-serif whitespace-pre-line" dir="auto">
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
    </Block>
  );
}

/** The question that an item of the agenda is, for whoever may read it by now. */
export function QuestionItem({ kept, itemId }: { kept: RecordOnSession; itemId: number }) {
  const question = kept.questions.find((one) => one.itemId === itemId);
  if (!question) return null;
  return (
    <small className="block text-ink-2">
      <bdi>{question.body}</bdi>
      <span className="print:hidden">
        {' · '}
        <bdi>{question.name ?? WAS_HERE}</bdi>
      </span>
    </small>
  );
}
