import type { ReactNode } from 'react';
import type { Cloth } from '#app/access/proofs.ts';
import { Seats } from '#app/ui/drawings/seats.tsx';
import { Row } from '#app/ui/page/page.tsx';

interface CircleRowProps {
  circle: { name: string; cloth: Cloth; seats: number; taken: number };
  to?: string;
  new?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}

/** A circle in a list, in its own cloth. */
export function CircleRow({ circle, to, new: fresh, action, children }: CircleRowProps) {
  return (
    <Row
      title={circle.name}
      to={to}
      new={fresh}
      action={action}
      meta={children}
      mark={
        <span data-cloth={circle.cloth} className="flex">
          <Seats taken={circle.taken} of={circle.seats} decorative />
        </span>
      }
    />
  );
}
