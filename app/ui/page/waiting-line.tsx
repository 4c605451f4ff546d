import { useNavigation } from '@remix-run/react';
import { useWaiting, type Waiting } from '#app/ui/document/waiting.ts';

/** What the page waits for while nothing answers, and the way to try once more. */
export function WaitingLine() {
  const waiting = useWaiting();
  const { state } = useNavigation();
  // What was given up for another page may go on for a while.
  if (!waiting || state === 'idle') return null;
  return (
    <div className="notice notice-cloth">
      <p className="notice-words">{wordsOf(waiting)}</p>
      <button type="button" className="btn btn-quiet" onClick={waiting.again}>
        {waiting.asks ? 'Send it again' : 'Try now'}
      </button>
    </div>
  );
}

const why: Record<Waiting['why'], string> = {
  offline: 'You’re offline.',
  away: 'Octavo can’t be reached just now.',
  front: 'The server in front of Octavo answered in its place.',
};

function wordsOf({ why: reason, sends, asks }: Waiting): string {
  if (!sends) return `${why[reason]} The page opens by itself as soon as it can.`;
  const then = asks
    ? 'It may not have arrived: send it again.'
    : 'It goes out by itself as soon as it can.';
  return `${why[reason]} What you typed is kept here. ${then}`;
}
