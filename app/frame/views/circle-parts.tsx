import { Fragment, type ReactNode } from 'react';
import { type ByRoom, byRoom, partsInPlace } from '#app/frame/by-room.ts';
import type { CircleSlots, OnCircle } from '#app/frame/slots.ts';

const slots = byRoom(
  import.meta.glob<CircleSlots<never>>('/app/*/slots/circle.tsx', { eager: true, import: 'slots' }),
);
const main = partsInPlace(slots, (of) => of.main);
const side = partsInPlace(slots, (of) => of.side);

interface CirclePartsProps extends Omit<OnCircle<unknown>, 'loaded'> {
  loaded: ByRoom<unknown>;
}

/** What the rooms show on the page of a circle: when we meet next, what we talk about. */
export function MainParts({ loaded, ...on }: CirclePartsProps) {
  return main.map(({ room, order, show }) => (
    <Fragment key={order}>{show({ ...on, loaded: loaded[room] } as never)}</Fragment>
  ));
}

/** The same, in the column beside it: what we read. */
export function SideParts({ loaded, ...on }: CirclePartsProps) {
  const blocks: { order: number; parts: ReactNode[] }[] = [];
  for (const { room, order, show, joined } of side) {
    const shown = show({ ...on, loaded: loaded[room] } as never);
    const part = <Fragment key={order}>{shown}</Fragment>;
    const before = blocks.at(-1);
    if (!shown) continue;
    if (joined && before) before.parts.push(part);
    else blocks.push({ order, parts: [part] });
  }
  return blocks.map(({ order, parts }) => <div key={order}>{parts}</div>);
}
