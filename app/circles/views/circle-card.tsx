import type { ReactNode } from 'react';
import type { Cloth } from '#app/access/proofs.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { Seats } from '#app/ui/drawings/seats.tsx';
import { Link } from '#app/ui/page/link.tsx';

interface CircleCardProps {
  circle: { slug: string; name: string; cloth: Cloth; seats: number; taken: number };
  children: ReactNode;
}

/** One of the viewer's circles, bound in its cloth: the whole cover leads to it. */
export function CircleCard({ circle, children }: CircleCardProps) {
  return (
    <li data-cloth={circle.cloth} className="bind book circle-card">
      <Seats taken={circle.taken} of={circle.seats} decorative />
      <div className="circle-card-words">
        <p className="circle-card-name">
          <Link to={addressOfCircle(circle.slug)}>{circle.name}</Link>
        </p>
        <div>{children}</div>
      </div>
    </li>
  );
}

/** The covers of the viewer's circles beside one another. */
export function CircleShelf({ children }: { children: ReactNode }) {
  return <ul className="shelf">{children}</ul>;
}
