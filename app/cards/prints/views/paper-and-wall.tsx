import { addressOfPrint } from '#app/cards/prints/addresses.ts';
import { addressOfProjector } from '#app/cards/projector/addresses.ts';
import type { Card } from '#app/cards/rules/card.ts';
import { Link } from '#app/ui/page/link.tsx';

interface PaperAndWallProps {
  card: Pick<Card, 'deck' | 'slug'>;
  people: number | null;
}

/** The same card for a table and for a wall. */
export function PaperAndWall({ card, people }: PaperAndWallProps) {
  const there = { people: people ?? 0 };
  return (
    <p className="mt-4">
      <Link to={addressOfPrint(card, there)}>Print it</Link> ·{' '}
      <Link to={addressOfProjector(card, there)}>Show it on a wall</Link>
    </p>
  );
}
