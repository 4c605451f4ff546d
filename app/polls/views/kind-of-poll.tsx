import { addressOfPolls } from '#app/polls/addresses.ts';
import { Link } from '#app/ui/page/link.tsx';

/** Whether one date is looked for or a time of the week: each has a form of its own. */
export function KindOfPoll({ kind, circleSlug }: { kind: 'dates' | 'weekly'; circleSlug: string }) {
  const path = `${addressOfPolls(circleSlug)}/new`;
  return (
    <p className="mb-6 text-ink-2">
      {kind === 'weekly' ? (
        <>
          For sessions that recur. <Link to={path}>For one session, propose dates</Link>
        </>
      ) : (
        <>
          For one session.{' '}
          <Link to={`${path}?kind=weekly`}>For sessions that recur, propose times of the week</Link>
        </>
      )}
    </p>
  );
}
