import type { ReactNode } from 'react';
import { Seats } from '#app/ui/drawings/seats.tsx';

interface OutsideBandProps {
  name: string;
  taken: number;
  seats: number;
  children: ReactNode;
}

/** A circle's name on its cloth, for someone who is not in it. */
export function OutsideBand({ name, taken, seats, children }: OutsideBandProps) {
  return (
    <div className="bind">
      <div className="band band-full">
        <Seats taken={taken} of={seats} size="big" />
        <div className="band-name">
          <h1>{name}</h1>
          <p>{children}</p>
        </div>
      </div>
    </div>
  );
}
