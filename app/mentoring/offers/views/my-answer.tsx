import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { addressOfAnswer, addressOfWithdrawal } from '#app/mentoring/offers/addresses.ts';
import type { AskToAnswer, MyAnswer } from '#app/mentoring/offers/queries/answers-view.ts';
import { dayOf } from '#app/time/words.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Prose } from '#app/ui/page/prose.tsx';

/** The three answers, or the one that was given, below the ask. */
export function MyAnswerTo({ ask }: { ask: AskToAnswer }) {
  const { mine, shut, state } = ask;
  if (mine?.state === 'taken') return <TakenUp ask={ask} mine={mine} />;
  const answered = mine !== null && mine.state !== 'withdrawn';
  return (
    <div className="ask-answers">
      {answered && <Answered ask={ask} mine={mine} />}
      {shut && !answered && (
        <p>{state === 'closed' ? 'Closed, thank you.' : 'Its circle is at rest just now.'}</p>
      )}
      {shut && answered && <p>It is closed now. Thank you.</p>}
      {!shut && !answered && <ThreeAnswers ask={ask} />}
      {!shut && answered && <AnotherAnswer ask={ask} mine={mine} />}
    </div>
  );
}

function ThreeAnswers({ ask: { id } }: { ask: Pick<AskToAnswer, 'id'> }) {
  return (
    <div className="actions">
      <ButtonLink to={addressOfAnswer(id, 'offer')} variant="primary">
        I can help
      </ButtonLink>
      <ButtonLink to={addressOfAnswer(id, 'not-now')}>Not now</ButtonLink>
      <ButtonLink to={addressOfAnswer(id, 'question')}>Tell me more first</ButtonLink>
    </div>
  );
}

function Answered({ ask, mine }: { ask: AskToAnswer; mine: MyAnswer }) {
  if (mine.state === 'not_now') {
    return (
      <p>
        <b>You said: not now, ask me after {mine.until && dayOf(mine.until)}.</b>
      </p>
    );
  }
  return (
    <>
      <p>
        <b>You said that you can help.</b>{' '}
        {mine.setAside && (
          <>
            <bdi>{ask.asker.name}</bdi> thanks you: not this time. Your offer stays.
          </>
        )}
      </p>
      {mine.facedHtml && (
        <>
          <p className="eyebrow">A time I faced this</p>
          <Prose html={mine.facedHtml} />
        </>
      )}
    </>
  );
}

function AnotherAnswer({ ask: { id }, mine }: { ask: AskToAnswer; mine: MyAnswer }) {
  const can = mine.state === 'made';
  return (
    <div className="actions">
      <ButtonLink to={addressOfAnswer(id, 'offer')}>
        {can ? 'Say it otherwise' : 'I can help after all'}
      </ButtonLink>
      <ButtonLink to={addressOfAnswer(id, 'not-now')} variant="quiet">
        {can ? 'Not now after all' : 'Another day'}
      </ButtonLink>
      <ButtonLink to={addressOfAnswer(id, 'question')} variant="quiet">
        Tell me more first
      </ButtonLink>
      <PostForm action={addressOfWithdrawal(id)}>
        <Button variant="quiet">Take it back</Button>
      </PostForm>
    </div>
  );
}

function TakenUp({ ask, mine }: { ask: AskToAnswer; mine: MyAnswer }) {
  return (
    <div className="ask-answers">
      <p>
        <b>
          <bdi>{ask.asker.name}</bdi> took you up on it.
        </b>{' '}
        What you two say stays between you.
      </p>
      {mine.conversationId !== null && (
        <div className="actions">
          <ButtonLink to={addressOfConversation(mine.conversationId)} variant="primary">
            To your conversation
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
