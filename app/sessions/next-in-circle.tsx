import type { SessionView } from './session-view.ts';
import { type Clocks, SessionTime } from './session-when.tsx';
import { answerWords, readWords } from './words.ts';

interface NextInCircleProps {
  session: Pick<SessionView, 'startsAt' | 'endsAt' | 'minutes' | 'state' | 'cancelled' | 'read'> & {
    mine: Pick<SessionView['mine'], 'answer'>;
  };
  clocks: Clocks;
}

/** One circle's next session in a line: when, what to read before it, what the viewer said. */
export function NextInCircle({ session, clocks }: NextInCircleProps) {
  const { read, mine, state } = session;
  return (
    <>
      {state === 'running' ? 'Meets now: ' : 'Meets '}
      <SessionTime session={session} clocks={clocks} />
      {read && <> · read {readWords(read)}</>}
      {mine.answer && <> · {answerWords[mine.answer]}</>}
    </>
  );
}
