import { addressOfCard } from '#app/cards/addresses.ts';
import type { NamedCard } from '#app/cards/queries/cards.server.ts';
import { Link } from '#app/ui/page/link.tsx';

interface NeighbourLinksProps {
  previous: NamedCard | null;
  next: NamedCard | null;
  /** whether a list stands before them: it ends in a hairline already */
  ruled: boolean;
}

/** The cards before and after one in its deck. */
export function NeighbourLinks({ previous, next, ruled }: NeighbourLinksProps) {
  if (!previous && !next) return null;
  return (
    <nav
      aria-label="In this deck"
      className={`mt-8 flex flex-wrap justify-between gap-x-8 gap-y-4 print:hidden ${ruled ? '' : 'border-t border-rule pt-5'}`}
    >
      {previous && (
        <p>
          <span className="block text-sm text-ink-2">Before this</span>
          <Link to={addressOfCard(previous)}>{previous.title}</Link>
        </p>
      )}
      {next && (
        <p className="ml-auto text-right">
          <span className="block text-sm text-ink-2">After this</span>
          <Link to={addressOfCard(next)}>{next.title}</Link>
        </p>
      )}
    </nav>
  );
}
