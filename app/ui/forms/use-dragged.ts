import { type CSSProperties, type PointerEvent, type RefObject, useEffect, useState } from 'react';

interface Held {
  index: number;
  /** where the pointer went down, and where it is */
  from: number;
  to: number;
  /** the middle of each row as it lay when the drag began */
  middles: number[];
}

/**
 * Dragging rows of a list by a grip. Only the held row follows the pointer; the list changes once it
 * is let go.
 * @param onDrop the row's index, and its place among the others, 0 the top
 */
export function useDragged(
  list: RefObject<HTMLElement>,
  onDrop: (index: number, place: number) => void,
) {
  const [held, setHeld] = useState<Held | null>(null);
  // Without scripts nothing can be dragged.
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const isHeld = held !== null;
  useEffect(() => {
    if (!isHeld) return;
    const letGo = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setHeld(null);
    };
    window.addEventListener('keydown', letGo);
    return () => window.removeEventListener('keydown', letGo);
  }, [isHeld]);

  const placeOf = ({ index, from, to, middles }: Held) => {
    const at = (middles[index] ?? 0) + to - from;
    return middles.filter((middle, other) => other !== index && middle < at).length;
  };
  const place = held && placeOf(held);
  return {
    isReady,
    held: held?.index ?? null,
    /** the row before which the held one would lie, as the rows lie now; null for where it was */
    place:
      held && place !== null && place !== held.index ? place + Number(place > held.index) : null,
    styleOf: (index: number): CSSProperties | undefined =>
      held?.index === index ? { transform: `translateY(${held.to - held.from}px)` } : undefined,
    gripOf: (index: number) => ({
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        const middles = [...(list.current?.children ?? [])].map((row) => {
          const { top, height } = row.getBoundingClientRect();
          return top + height / 2;
        });
        setHeld({ index, from: event.clientY, to: event.clientY, middles });
      },
      onPointerMove({ clientY }: PointerEvent<HTMLElement>) {
        setHeld((before) => before && { ...before, to: clientY });
      },
      onPointerUp() {
        setHeld(null);
        if (held && place !== null && place !== held.index) onDrop(held.index, place);
      },
      onPointerCancel: () => setHeld(null),
    }),
  };
}
