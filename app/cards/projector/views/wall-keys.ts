import { type RefObject, useEffect, useState } from 'react';
import type { WallState } from './wall-state.ts';

/** How long the keys stay in sight after the pointer moved. */
const IN_SIGHT = 3000;

/** A wall is driven by keys (a presenter’s clicker sends the same), by taps, and by the line of keys. */
export function useWallKeys(wall: RefObject<HTMLElement | null>, state: WallState) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const verbs = verbsOf(state, () => setShown((shown) => !shown));
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      // A button takes the space key for itself.
      if (event.key === ' ' && (event.target as Element).closest('button')) return;
      const verb = verbs[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!verb) return;
      event.preventDefault();
      verb();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  useEffect(() => {
    const stage = wall.current;
    if (!stage) return;
    let hides: ReturnType<typeof setTimeout>;
    const onMove = ({ pointerType }: PointerEvent) => {
      if (pointerType === 'touch') return;
      setShown(true);
      clearTimeout(hides);
      hides = setTimeout(() => setShown(false), IN_SIGHT);
    };
    stage.addEventListener('pointermove', onMove);
    return () => {
      clearTimeout(hides);
      stage.removeEventListener('pointermove', onMove);
    };
  }, [wall]);
  useTaps(wall, state);
  return isShown;
}

function verbsOf(
  { act, next, before }: WallState,
  showKeys: () => void,
): Record<string, () => void> {
  const [forward, back] = [() => act.go(next), () => act.go(before)];
  return {
    ArrowRight: forward,
    PageDown: forward,
    ArrowLeft: back,
    PageUp: back,
    ' ': act.toggle,
    r: act.again,
    n: act.drawAgain,
    f: toggleFullScreen,
    '?': showKeys,
  };
}

export function toggleFullScreen() {
  // It may be refused, as on a telephone: then the page stays as it is.
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

/** How far a finger may wander and still tap, in pixels. */
const STILL = 12;

/** On a touch screen the right half leads on and the left half back. */
function useTaps(wall: RefObject<HTMLElement | null>, { act, next, before }: WallState) {
  useEffect(() => {
    const stage = wall.current;
    if (!stage) return;
    let down: { x: number; y: number } | null = null;
    const onDown = ({ pointerType, clientX: x, clientY: y, isPrimary }: PointerEvent) => {
      down = pointerType === 'touch' && isPrimary ? { x, y } : null;
    };
    const onUp = ({ clientX: x, clientY: y, target }: PointerEvent) => {
      const tapped = down && Math.hypot(x - down.x, y - down.y) < STILL;
      down = null;
      if (!tapped || (target as Element).closest('a, button')) return;
      act.go(x > window.innerWidth / 2 ? next : before);
    };
    const onCancel = () => {
      down = null;
    };
    stage.addEventListener('pointerdown', onDown);
    stage.addEventListener('pointerup', onUp);
    stage.addEventListener('pointercancel', onCancel);
    return () => {
      stage.removeEventListener('pointerdown', onDown);
      stage.removeEventListener('pointerup', onUp);
      stage.removeEventListener('pointercancel', onCancel);
    };
  });
}
