import type { ShellCircle } from '#app/circles/rules/faces.ts';
import { type ByRoom, byRoom } from '#app/frame/by-room.ts';
import { COVERS, type HomeSlots } from '#app/frame/slots.ts';

export const slots = byRoom(
  import.meta.glob<HomeSlots<never>>('/app/*/slots/home.tsx', { eager: true, import: 'slots' }),
);

/** A circle that home leads to and says little of. */
type CircleNamed = Pick<ShellCircle, 'slug' | 'name'>;

/** The viewer's circles as home shows them. */
export interface HomeCircles {
  covers: readonly ShellCircle[];
  /** those that go on, beyond the covers */
  others: readonly CircleNamed[];
  archived: readonly CircleNamed[];
}

/** The circles that a room puts first come first. */
export function arranged(circles: readonly ShellCircle[], loaded: ByRoom<unknown>): HomeCircles {
  const going = circles.filter(({ archived }) => !archived);
  const first = Object.entries(slots).flatMap(
    ([room, of]) => of.first?.(loaded[room] as never) ?? [],
  );
  const before = first.flatMap((slug) => going.filter((circle) => circle.slug === slug));
  const inOrder = [...new Set([...before, ...going])];
  const named = ({ slug, name }: ShellCircle) => ({ slug, name });
  return {
    covers: inOrder.slice(0, COVERS),
    others: inOrder.slice(COVERS).map(named),
    archived: circles.filter(({ archived }) => archived).map(named),
  };
}
