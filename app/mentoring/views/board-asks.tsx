import type { ReactNode } from 'react';
import { addressOfAsk, addressOfConversation } from '#app/mentoring/addresses.ts';
import { RemindForm, TakeOfferForms } from '#app/mentoring/offers/views/take-offer-forms.tsx';
import type { AnswerToOwn, OthersAsk, OwnAsk } from '#app/mentoring/queries/board-view.ts';
import { dayOf, relative } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { listed } from '#app/ui/words.ts';
import { agendaInWords } from './agenda-words.ts';
import { MyAnswer, ThreeAnswers } from './three-answers.tsx';

export interface Clocks {
  /** ISO */
  now: string;
  zone: string;
}

interface AskProps {
  ask: OwnAsk | OthersAsk;
  by: string;
  clocks: Clocks;
  source: ReactNode;
  children: ReactNode;
}

/** An ask set like a headline: it is the news. */
function Ask({ ask, by, clocks, source, children }: AskProps) {
  const { id, title, words, neededBy, openedAt, startsAt } = ask;
  const when = startsAt
    ? agendaInWords(startsAt, clocks)
    : neededBy
      ? `until ${dayOf(neededBy, 'long', Date.parse(clocks.now))}`
      : relative(openedAt, clocks.now, clocks.zone);
  return (
    <li className="ask" id={`ask-${id}`}>
      <p className="eyebrow">
        {by} · {when}
      </p>
      <h2 dir="auto">
        <Link to={addressOfAsk(id)}>{title}</Link>
      </h2>
      {words && (
        <p className="ask-words" dir="auto">
          {words}
        </p>
      )}
      {source}
      {children}
    </li>
  );
}

interface OthersProps {
  ask: OthersAsk;
  clocks: Clocks;
  source: ReactNode;
}

export function OthersAskOnBoard({ ask, clocks, source }: OthersProps) {
  const { offered } = ask;
  const said = answerInWords(ask, clocks);
  return (
    <Ask ask={ask} by={`${apart(ask.by)} asks`} clocks={clocks} source={source}>
      {offered.length > 0 && (
        <p className="ask-meta">
          {listed(offered.map(apart))} {offered.length === 1 ? 'has' : 'have'} offered.
        </p>
      )}
      {said ? (
        <MyAnswer ask={ask.id} words={said} />
      ) : (
        <ThreeAnswers ask={ask.id} title={ask.title} />
      )}
    </Ask>
  );
}

/** What the reader answered; null where they have not. */
function answerInWords({ answered, asked }: OthersAsk, { now }: Clocks): string | null {
  if (answered?.state === 'taken') return 'You’re helping.';
  if (answered?.state === 'made') return 'You offered.';
  if (answered?.state === 'not_now' && answered.until) {
    return `You said: not now, ask me after ${dayOf(answered.until, 'long', Date.parse(now))}.`;
  }
  return asked ? 'You asked to hear more first.' : null;
}

export function OwnAskOnBoard({ ask, clocks, source }: OwnProps) {
  const { answers, questions } = ask;
  return (
    <Ask ask={ask} by="You ask" clocks={clocks} source={source}>
      {answers.length + questions.length > 0 ? (
        <ul className="ask-answers">
          {answers.map((answer) => (
            <Answer key={answer.id} ask={ask.id} answer={answer} clocks={clocks} />
          ))}
          {questions.length > 0 && (
            <li>
              <PersonMark name={questions[0] ?? ''} />
              <div>
                <p>
                  <strong>{`${listed(questions.map(apart))} would like to hear more first`}</strong>
                </p>
                <WhileOpen>
                  <p>
                    <Link to={addressOfAsk(ask.id)}>Tell them more</Link>
                  </p>
                </WhileOpen>
              </div>
            </li>
          )}
        </ul>
      ) : (
        <p className="ask-meta">Nobody has answered yet. You’ll hear as soon as somebody does.</p>
      )}
    </Ask>
  );
}

interface OwnProps {
  ask: OwnAsk;
  clocks: Clocks;
  source: ReactNode;
}

interface AnswerProps {
  ask: number;
  answer: AnswerToOwn;
  clocks: Clocks;
}

function Answer({ ask, answer, clocks }: AnswerProps) {
  const { id, by, state, until, faced, setAside, remind, fresh, conversation } = answer;
  const name = apart(by);
  const said =
    state === 'taken'
      ? `${name} helps you`
      : state === 'made'
        ? `${name} can help`
        : `${name}: not now, ask me after ${dayOf(until ?? '', 'long', Date.parse(clocks.now))}`;
  return (
    <li>
      <PersonMark name={by} />
      <div>
        <p>
          <strong>{said}</strong>
          {fresh && <span className="new">New</span>}
        </p>
        {faced && (
          <p className="ask-words" dir="auto">
            <i>A time I faced this.</i> {faced}
          </p>
        )}
        {conversation !== null && (
          <p>
            <Link to={addressOfConversation(conversation)}>Your conversation</Link>
          </p>
        )}
        {state === 'made' && !setAside && (
          <WhileOpen>
            <TakeOfferForms ask={ask} offer={{ id, name: by, setAside }} mayStayOpen={false} />
          </WhileOpen>
        )}
        {state === 'not_now' && (
          <WhileOpen>
            <RemindForm ask={ask} offer={id} on={remind} />
          </WhileOpen>
        )}
        {state === 'made' && setAside && <p className="ask-meta">You thanked them.</p>}
      </div>
    </li>
  );
}
