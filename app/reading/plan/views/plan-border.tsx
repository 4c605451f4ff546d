import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { sectionName } from '#app/books/rules/section-name.ts';
import { bordersBetween, type PictureStint } from '#app/reading/plan/rules/picture.ts';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';

interface PlanBorderProps {
  first: PictureStint;
  second: PictureStint;
  paged: boolean;
  /** how the bars are drawn just now */
  pagesPerPixel: () => number;
  onHold: (isHeld: boolean) => void;
  onMove: (at: number) => void;
}

/**
 * The end of a stint's bar, to be dragged or moved with the arrow keys: sections go over to the next
 * stint or come from it.
 */
export function PlanBorder({
  first,
  second,
  paged,
  pagesPerPixel,
  onHold,
  onMove,
}: PlanBorderProps) {
  const drag = useRef<{ x: number; pages: number; perPixel: number } | null>(null);
  const { sections, at, places } = bordersBetween(first.sections, second.sections);
  if (places.length === 0) return null;

  const go = (place: number | undefined) => {
    if (place !== undefined && place !== at) onMove(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const later = places.find((place) => place > at);
    const earlier = places.findLast((place) => place < at);
    const byKey: Record<string, number | undefined> = {
      ArrowRight: later,
      ArrowUp: later,
      ArrowLeft: earlier,
      ArrowDown: earlier,
      Home: places[0],
      End: places.at(-1),
    };
    if (!(event.key in byKey)) return;
    event.preventDefault();
    go(byKey[event.key]);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, pages: first.pages, perPixel: pagesPerPixel() };
    onHold(true);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!drag.current) return;
    const { x, pages, perPixel } = drag.current;
    go(nearest(sections, places, pages + (event.clientX - x) * perPixel));
  };
  const onPointerEnd = () => {
    drag.current = null;
    onHold(false);
  };
  const last = sections[at - 1];
  const day = first.dueOn ? dayOf(first.dueOn) : 'a milestone without a day';
  return (
    <div
      className="plan-border"
      role="slider"
      tabIndex={0}
      aria-label={`Read by ${day}: up to`}
      aria-valuemin={places[0]}
      aria-valuemax={places.at(-1)}
      aria-valuenow={at}
      aria-valuetext={
        last ? `${apart(sectionName(last))}${paged ? `, ${first.pages} pages` : ''}` : 'nothing'
      }
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
    />
  );
}

/** The place before which there are about this many pages. */
function nearest(
  sections: readonly { pages: number }[],
  places: readonly number[],
  pages: number,
): number | undefined {
  const away = (place: number) =>
    Math.abs(sections.slice(0, place).reduce((sum, section) => sum + section.pages, 0) - pages);
  return places.reduce<number | undefined>(
    (best, place) => (best === undefined || away(place) < away(best) ? place : best),
    undefined,
  );
}
