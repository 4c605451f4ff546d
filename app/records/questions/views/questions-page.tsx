import { addressOfThread } from '#app/discussions/addresses.ts';
import { addressOfQuestions } from '#app/records/addresses.ts';
import type { RecordOnSession } from '#app/records/queries/on-session.server.ts';
import type { QuestionLine } from '#app/records/queries/record-view.ts';
import { WAS_HERE } from '#app/records/words.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Block, Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';

interface QuestionsPageProps {
  circleSlug: string;
  sessionId: number;
  when: string;
  questions: readonly QuestionLine[];
  threadId: RecordOnSession['threadId'];
  /** the agenda can still be changed */
  isOpen: boolean;
  /** those left over may become a thread */
  hasBegun: boolean;
}

/** What everybody brings, for whoever runs the session: which go on the agenda. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { circleSlug, sessionId, when, questions, threadId, isOpen, hasBegun } = props;
  const left = questions.filter(({ itemId, leftOut }) => itemId === null || leftOut);
  const picked = questions.filter(({ itemId, leftOut }) => itemId !== null && !leftOut);
  const path = addressOfQuestions(circleSlug, sessionId);
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={when}
        title="What everybody brings"
        lede={
          hasBegun
            ? undefined
            : 'You see them because you run it. Everybody else does once the session begins.'
        }
        actions={<ButtonLink to={addressOfSession(circleSlug, sessionId)}>The session</ButtonLink>}
      />
      {questions.length === 0 && (
        <Empty title="Nobody has brought a question yet.">
          Each member can bring one, from the session’s page.
        </Empty>
      )}
      {picked.length > 0 && (
        <Block title="On the agenda">
          <Rows>
            {picked.map((one) => (
              <Question key={one.id} one={one} path={path} to={isOpen ? 'back' : null} />
            ))}
          </Rows>
        </Block>
      )}
      {left.length > 0 && (
        <Block title={picked.length > 0 ? 'The others' : 'Brought'}>
          <Rows>
            {left.map((one) => (
              <Question
                key={one.id}
                one={one}
                path={path}
                to={isOpen && one.itemId === null ? 'agenda' : null}
              />
            ))}
          </Rows>
        </Block>
      )}
      {threadId !== null && (
        <p className="mt-8">
          <ButtonLink to={addressOfThread(circleSlug, threadId)}>
            The thread of those left over
          </ButtonLink>
        </p>
      )}
      {threadId === null && hasBegun && left.length > 0 && (
        <WhileOpen>
          <PostForm action={path} name="thread" className="mt-8">
            <Hidden name="to" value="thread" />
            <Button>Make one thread of those left over</Button>
          </PostForm>
        </WhileOpen>
      )}
    </Page>
  );
}

interface QuestionProps {
  one: QuestionLine;
  path: string;
  to: 'agenda' | 'back' | null;
}

function Question({ one: { id, body, name }, path, to }: QuestionProps) {
  return (
    <Row
      title={<span className="font-serif whitespace-pre-line">{body}</span>}
      meta={<bdi>{name ?? WAS_HERE}</bdi>}
      action={
        to && (
          <WhileOpen>
            <PostForm action={path} name={`question-${id}`}>
              <Hidden name="to" value={to} />
              <Hidden name="question" value={id} />
              <Button>{to === 'agenda' ? 'To the agenda' : 'Off it again'}</Button>
            </PostForm>
          </WhileOpen>
        )
      }
    />
  );
}
