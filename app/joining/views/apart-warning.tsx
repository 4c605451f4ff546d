import { APART } from '#app/mentoring/addresses.ts';
import { Link } from '#app/ui/page/link.tsx';

/** To who keeps somebody apart that is in this circle, and nobody else. It stands in nobody’s way. */
export function ApartWarning() {
  return (
    <p className="mb-5 border-l-2 border-cloth pl-4 text-sm">
      Somebody on your <Link to={APART}>keep-apart list</Link> is in this circle. Only you are told,
      and nobody learns that you were.
    </p>
  );
}
