import { addressOfCommitment } from '#app/records/addresses.ts';
import { Link } from '#app/ui/page/link.tsx';

/** A quiet line on the day of what the viewer said at a session they would do. */
export function DueOnHome({ due }: { due: readonly { id: number; slug: string; act: string }[] }) {
  return due.map(({ id, slug, act }) => (
    <p key={id}>
      You said you’d do this: <Link to={`${addressOfCommitment(slug, id)}/becoming`}>{act}</Link>
    </p>
  ));
}
